import type { Socket } from 'socket.io'
import { type MissedFromClient, missedShape } from '../../core/live/missed.ts'
import type { Recent } from './recent.ts'
import { sieve } from './sieve.ts'

type MissedSocket = Pick<Socket<MissedFromClient>, 'on' | 'rooms'>

/** A page asks once a line. */
const MOST_A_SECOND = 5

/** Tells a page what was said since it was read, to whoever has the socket: all else on it is still true. */
export function serveMissed(
  socket: MissedSocket,
  { recent, now }: { recent: Recent; now: () => Date },
): void {
  const isFine = sieve(MOST_A_SECOND, () => now().getTime())
  socket.on('missed', (asked, answer) => {
    if (typeof answer !== 'function') return
    const parsed = missedShape.safeParse(asked)
    const missed = parsed.success && isFine() ? recent.since(parsed.data.since, socket.rooms) : undefined
    answer(missed ? [...missed] : null)
  })
}
