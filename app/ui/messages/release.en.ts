import type { ReleaseKind } from '../../../core/release/shape.ts'
import { inWords } from './in-words.ts'

// Apart from the other words: pages that are only read load what they say, and no more.

/** How a pair comes out. */
export const releaseWords: Record<ReleaseKind, string> = inWords('release.releaseWords', {
  drop: 'SNPD drop',
  raffle: 'Raffle',
  'in-store': 'In store',
  online: 'Online',
})
