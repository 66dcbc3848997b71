import type { Cookie } from 'playwright-core'
import type { EntryOutcome } from '../../core/raffle-form/outcome.ts'
import type { Draw, EntryConfirmation } from './adapter.ts'
import { leaveTo } from './ended.ts'
import type { EntryJob } from './job.ts'
import { lookForEntry } from './look.ts'

/** A process that slept longer than this behind its own fence may no longer click: another may be reconciling. */
const CLICK_WITHIN_MS = 5_000

/** The page once more, right before the fence: it may have changed while the member was reading. */
async function requireUnchanged({ adapter }: EntryJob, draw: Draw): Promise<string> {
  const review = await adapter.review(draw)
  if (!review) throw leaveTo(draw.walk, 'unknown-page', { detail: 'The form went away at the last moment.' })
  return review.title
}

async function readConfirmation({ adapter }: EntryJob, draw: Draw): Promise<EntryConfirmation> {
  return adapter
    .confirm(draw)
    .catch((error: Error) => ({ kind: 'unclear' as const, detail: error.message.split('\n')[0] ?? '' }))
}

/** What the page said, as the end; undefined where it has to be asked for. */
function outcomeOf(confirmation: EntryConfirmation, { walk }: Draw): EntryOutcome | undefined {
  if (confirmation.kind === 'entered' || confirmation.kind === 'already-entered') return confirmation
  if (confirmation.kind === 'not-entered') {
    const { reason, evidence } = confirmation
    return { kind: 'not-entered', reason, detail: `The shop says: "${evidence}"`, evidence }
  }
  if (confirmation.kind !== 'challenge') return undefined
  const detail = `${confirmation.detail} Please go on yourself; it will not be sent again.`
  return { kind: 'handover', reason: 'challenge', missing: [], resume_url: walk.page.url(), detail }
}

/**
 * Enters, once: reads the page again, raises the fence, clicks, and reads from the shop what came of it.
 * @throws Ended, Final or Retryable only while the fence is down
 */
export async function sendEntry(job: EntryJob, draw: Draw, cookies: Cookie[]): Promise<EntryOutcome> {
  const title = await requireUnchanged(job, draw)
  await draw.walk.stay?.resume(job.stopping)
  job.stopping.throwIfAborted()
  const ready = job.clock()
  await job.fence.raise({ title, cookies })
  try {
    await job.report('submit', 'Entering.')
    draw.walk.stay?.nowOrNever()
    if (job.clock() - ready < CLICK_WITHIN_MS) await job.adapter.submit(draw)
  } catch {
    // Whatever it was: only the shop knows now whether the click was made.
  }
  const confirmation = await readConfirmation(job, draw)
  const outcome = outcomeOf(confirmation, draw)
  if (outcome) {
    await job.fence.settle(outcome)
    return outcome
  }
  const unclear = 'detail' in confirmation ? confirmation.detail : undefined
  return lookForEntry(job, draw, { at: new Date(ready).toISOString(), unclear })
}
