import type { EntryOutcome } from '../../core/raffle-form/outcome.ts'
import { pageTrouble } from '../retailers/adapter.ts'
import { comeBack, stayAway } from '../retailers/lookup.ts'
import type { Draw, EntryLookup } from './adapter.ts'
import type { EntryJob } from './job.ts'

const LOOK_AGAIN_MS = 1_000
const MAX_UNREADABLE = 3

const nothing: EntryOutcome = {
  kind: 'not-entered',
  reason: 'refused',
  detail: 'The shop knows of no entry of yours; you are not in this draw.',
  evidence: null,
}

function unknown(detail: string): EntryOutcome {
  const advice = 'Please look in your mail before you enter again.'
  return {
    kind: 'unknown-needs-member',
    detail: `Whether you are in the draw could not be read. ${detail} ${advice}`,
  }
}

async function lookOnce({ adapter }: EntryJob, draw: Draw): Promise<EntryLookup> {
  return adapter.reconcile(draw).catch((error: Error): EntryLookup => {
    if (draw.walk.page.isClosed())
      throw pageTrouble('The browser closed while the entry was looked up.', error)
    return { kind: 'unreadable', detail: error.message.split('\n')[0] ?? '' }
  })
}

export type Sent = {
  /** When the fence was raised. */
  at: string
  /** What the page after the click left open, in a sentence. */
  unclear?: string
}

/**
 * Asks the shop whether it has the entry, until its answer can be believed, and settles the fence by it. Sends nothing.
 * @throws Retryable `checkout.page` when the browser died: that says nothing about the shop
 */
export async function lookForEntry(job: EntryJob, draw: Draw, { at, unclear }: Sent): Promise<EntryOutcome> {
  await job.report('reconcile', 'Asking the shop whether you are in the draw.')
  const believable = Date.parse(at) + job.reconcileSeconds * 1000
  const settle = async (outcome: EntryOutcome) => {
    await job.fence.settle(outcome)
    return outcome
  }
  for (let unreadable = 0; ; ) {
    await comeBack(draw.walk)
    const isLate = job.clock() >= believable
    const lookup = await lookOnce(job, draw)
    if (lookup.kind === 'entered') return settle(lookup)
    if (lookup.kind === 'none' && isLate) return settle(nothing)
    if (lookup.kind === 'unreadable' && ++unreadable >= MAX_UNREADABLE)
      return settle(unknown(unclear ?? lookup.detail))
    await stayAway(draw.walk, lookup.kind === 'none' ? believable - job.clock() : LOOK_AGAIN_MS)
  }
}
