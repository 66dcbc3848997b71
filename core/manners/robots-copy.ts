import { isLoopbackHost } from '../url/host.ts'

/** What an origin's robots.txt said; `text` is null where it has none. */
export type RobotsCopy = {
  text: string | null
  /** Milliseconds since 1970. */
  at: number
}

/** RFC 9309, 2.4: a copy is used for a day at most. */
const DAY_MS = 24 * 60 * 60_000

/**
 * May this copy stand for the file itself? Never on this machine, where one port is one shop now and another one in a
 * minute.
 */
export function isFresh({ at }: RobotsCopy, origin: string, now: number): boolean {
  return !isLoopbackHost(new URL(origin).hostname) && at <= now && now - at < DAY_MS
}
