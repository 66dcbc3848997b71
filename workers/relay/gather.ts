import { type Final, isSnpdError, Retryable } from '../../core/errors.ts'
import { batchLength } from '../../core/relay/batch.ts'
import type { RelayProblem } from '../../core/relay/status.ts'
import { freezeRequests } from '../../db/relay/freeze.ts'
import { listQueued, type Queued } from '../../db/relay/queued.ts'
import { refuseRequest } from '../../db/relay/refuse.ts'
import type { Relay } from './relay.ts'

/** Send it, say no, wait for what comes before it or for the mirror, or nobody knows. */
type Verdict = 'good' | 'wait' | RelayProblem | Error

const missing: RelayProblem = {
  code: 'relay.nonce',
  message: 'An earlier request of this wallet came to nothing, so this one cannot be carried out.',
  fix: 'Do it again: your wallet then signs a new one.',
}

function verdictOf(error: unknown, { isNext }: Queued): Verdict {
  if (!isSnpdError(error)) throw error
  // Its number is used: by what, the mirror will show.
  if (error.code === 'relay.nonce' && !(error instanceof Retryable)) return 'wait'
  if (error.code === 'relay.nonce') return isNext ? 'wait' : missing
  if (error instanceof Retryable || error.code === 'chain.wrong-id') return error
  const { code, message, fix = '' } = error as Final
  return { code, message, fix }
}

function judge({ forwarder }: Relay, request: Queued): Promise<Verdict> {
  return forwarder.check(request).then(
    () => 'good' as const,
    (error: unknown) => verdictOf(error, request),
  )
}

const isRefusal = (verdict: Verdict | undefined): verdict is RelayProblem =>
  typeof verdict === 'object' && !(verdict instanceof Error)

/**
 * Fixes what the next batch is: of each wallet the first request that waits, checked once more, since time went by. What
 * would fail is refused. One that the node cannot answer for does not hold the others up.
 * @returns true when there is a new batch
 * @throws Retryable `chain.unreachable` when the node answers for none
 */
export async function gather(relay: Relay, now: Date): Promise<boolean> {
  const { sql, logger } = relay
  const queued = await listQueued(sql, now)
  const verdicts = await Promise.all(queued.map((request) => judge(relay, request)))
  const failed = verdicts.filter((verdict) => verdict instanceof Error)
  if (failed[0] && failed.length === queued.length) throw failed[0]
  if (failed[0])
    logger.warn({ err: failed[0], count: failed.length }, 'requests wait for an answer of the node')
  for (const [index, { id }] of queued.entries()) {
    const problem = verdicts[index]
    if (!isRefusal(problem)) continue
    await refuseRequest(sql, { id, problem })
    logger.info({ request_id: id, code: problem.code }, 'request refused')
  }
  const good = queued.filter((_, index) => verdicts[index] === 'good')
  const ids = good.slice(0, batchLength(good)).map(({ id }) => id)
  const count = ids.length === 0 ? 0 : await freezeRequests(sql, { ids, now })
  if (count > 0) logger.info({ count }, 'requests frozen')
  return count > 0
}
