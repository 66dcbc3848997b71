import type { words as aside } from '../live/aside.ts'

export const liveGerman: {
  'live/aside': typeof aside
} = {
  'live/aside': { live: 'Live', connected: 'verbunden', block: 'Block {block}' },
}
