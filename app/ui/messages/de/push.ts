import type { words as subscribe } from '../push/subscribe.ts'

export const pushGerman: {
  'push/subscribe': typeof subscribe
} = {
  'push/subscribe': { browser: 'Browser', on: '{browser} auf {system}' },
}
