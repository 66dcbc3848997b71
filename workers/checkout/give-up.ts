import type { Outcome } from '../../core/checkout/outcome.ts'
import { isFinalState } from '../../core/checkout/states.ts'
import { type ErrorCode, isSnpdError } from '../../core/errors.ts'
import { resolveFence } from '../../db/purchases/fence.ts'
import { finishPurchase } from '../../db/purchases/progress.ts'
import { loadWork } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'

/** The error behind what the queue made of it. */
function codeOf(error: Error): ErrorCode {
  if (isSnpdError(error)) return error.code
  return isSnpdError(error.cause) ? error.cause.code : 'internal'
}

/** The queue will not try again: the member is told what stands, and the operator finds it among the dead letters. */
export async function giveUp(
  { sql, logger }: Pick<CheckoutDeps, 'sql' | 'logger'>,
  id: string,
  error: Error,
) {
  const letter = { code: codeOf(error), message: error.message }
  logger.warn({ request: id, ...letter }, 'checkout gave up')
  const work = await loadWork(sql, id)
  if (!work || isFinalState(work.state)) return
  const note = { step: null, message: error.message }
  if (work.state === 'submitting') {
    const detail = `Whether the order was placed could not be read: ${error.message} Please look in your mail.`
    return resolveFence(sql, { id, outcome: { kind: 'unknown-needs-member', detail }, note, letter })
  }
  const outcome: Outcome = {
    kind: 'handover',
    reason: 'unknown-page',
    resume_url: work.productUrl,
    detail: `${error.message} Please go on yourself.`,
  }
  return finishPurchase(sql, { id, outcome, note, letter })
}
