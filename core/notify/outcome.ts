import type { Channel } from '../channel/shape.ts'
import { parseRetryAfter } from '../checkout/retry-after.ts'

/** What came of sending one message. A problem is a sentence for the channel's member; it names no address. */
export type Outcome =
  | { kind: 'sent' }
  /** The receiver has trouble, or the way to it: the same message again, later. */
  | { kind: 'later'; problem: string }
  /** It asked for a pause: no failure. @see afterMs from when it was asked */
  | { kind: 'slower'; problem: string; afterMs: number }
  /** It will never take this message; others it may. */
  | { kind: 'refused'; problem: string }
  /** There is nobody any more: nothing is sent there again. */
  | { kind: 'gone'; problem: string }

export type Answered = {
  status: number
  retryAfter?: string | undefined
  /** As far as it was read. */
  body?: string
}

/** A receiver that asks for days is asked again before. */
const LONGEST_PAUSE_MS = 3_600_000
const PAUSE_MS = 30_000

/** Discord says in JSON, in seconds with a fraction, what its header rounds. */
function statedPause(body: string | undefined): number | null {
  const [, seconds] = /"retry_after"\s*:\s*(\d{1,7}(?:\.\d{1,6})?)/.exec(body ?? '') ?? []
  return seconds === undefined ? null : Math.ceil(Number(seconds) * 1000)
}

function slower(kind: Channel['kind'], { status, retryAfter, body }: Answered, now: number): Outcome {
  const stated = kind === 'discord' ? statedPause(body) : null
  const asked = stated ?? parseRetryAfter(retryAfter, now) ?? PAUSE_MS
  const afterMs = Math.min(asked, LONGEST_PAUSE_MS)
  return { kind: 'slower', problem: `It asked for a pause (${status}).`, afterMs }
}

/** What says "nobody here" of each: RFC 8030, 7.3; Standard Webhooks; Discord's answers to a deleted webhook. */
const goneBy: Readonly<Record<Channel['kind'], readonly number[]>> = {
  'web-push': [404, 410],
  webhook: [410],
  discord: [401, 403, 404],
}

/** What says that this very message cannot be taken. */
const refusedBy: Readonly<Record<Channel['kind'], readonly number[]>> = {
  'web-push': [400, 413],
  webhook: [413],
  discord: [400, 413],
}

/** What a receiver's answer means for a message. Pure. @param now ms since the epoch, for dates in Retry-After */
export function judge(kind: Channel['kind'], answered: Answered, now: number): Outcome {
  const { status, retryAfter } = answered
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 429 || (status === 503 && retryAfter !== undefined)) return slower(kind, answered, now)
  if (goneBy[kind].includes(status)) return { kind: 'gone', problem: `It is gone (${status}).` }
  if (refusedBy[kind].includes(status))
    return { kind: 'refused', problem: `It does not take this message (${status}).` }
  if (status >= 300 && status < 400)
    return { kind: 'later', problem: `It leads elsewhere (${status}); nothing is sent after it.` }
  return { kind: 'later', problem: `It answered ${status}.` }
}
