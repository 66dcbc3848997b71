import { parseRetryAfter } from '../checkout/retry-after.ts'
import type { Look } from './shape.ts'

type Said = { status: number; retryAfter: string | undefined; now: number }

/**
 * What an answer means that is no page: undefined for one that is (2xx). 401, 403, 404, 410 and the like say nothing about
 * stock; 429 and 503 ask for patience; other 5xx are the server's own trouble.
 */
export function judgeAnswer({ status, retryAfter, now }: Said): Look | undefined {
  if (status >= 200 && status < 300) return undefined
  const reason = `The shop answers ${status}.`
  if (status === 429 || status === 502 || status === 503 || status === 504) {
    const retryAfterMs = parseRetryAfter(retryAfter, now)
    return { kind: 'later', reason, pushback: { status, retryAfterMs } }
  }
  if (status >= 500) return { kind: 'trouble', reason }
  return { kind: 'unclear', reason, isRefusal: status !== 404 && status !== 410 }
}
