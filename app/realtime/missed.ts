import type { Socket } from 'socket.io'
import { type MissedFromClient, missedShape } from '../../core/live/missed.ts'
import type { Recent } from './recent.ts'
import { sieve } from './sieve.ts'

type MissedSocket = Pick<Socket<MissedFromClient>, 'on' | 'rooms'>
type Serving = { recent: Recent; memberId: string | undefined; now: () => Date }

/** A page asks once a line. */
const MOST_A_SECOND = 5

/** Tells a page what was said since it was read, to whoever has the socket: all else on it is still true. */
export function serveMissed(socket: MissedSocket, { recent, memberId, now }: Serving): void {
  const isFine = sieve(MOST_A_SECOND, () => now().getTime())
  socket.on('missed', (asked, answer) => {
    if (typeof answer !== 'function') return
    const parsed = missedShape.safeParse(asked)
    // A page that was read for a member whose session has ended shows what is nobody's any more.
    const isTheirs = parsed.success && parsed.data.member_id === (memberId ?? null)
    const missed = isTheirs && isFine() ? recent.since(parsed.data.since, socket.rooms) : undefined
    answer(missed ? [...missed] : null)
  })
}
