import { Final, isSnpdError } from '../../core/errors.ts'
import type { EntryRecord } from '../../core/raffle-form/fence.ts'
import type { EntryOutcome } from '../../core/raffle-form/outcome.ts'
import { pageTrouble, Stopped } from '../retailers/adapter.ts'
import type { Draw, EntryReview } from './adapter.ts'
import { Ended, leaveTo, outcomeOfStop } from './ended.ts'
import type { EntryJob, OpenDraw } from './job.ts'
import { lookForEntry } from './look.ts'
import { sendEntry } from './send.ts'

/** Forms longer than this are going in circles. */
const MAX_PAGES = 10
const TRIES = 3
const PAUSE_MS = 1_000

/** From the draw's page to what would be sent. Nothing is sent. @throws Ended, Stopped, Retryable */
async function reachReview({ adapter, report }: EntryJob, draw: Draw): Promise<EntryReview> {
  await report('find', await adapter.find(draw))
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const filled = await adapter.fill(draw)
    if (filled !== null) await report('fill', filled)
    const review = await adapter.review(draw)
    if (review) return review
    if (!(await adapter.advance(draw))) break
  }
  throw leaveTo(draw.walk, 'unknown-page', { detail: 'The way to the end of this form was not found.' })
}

/** The member's yes, where one is due: always in review, and wherever the shop asks for a human's look. */
async function requireYes(
  { mode, confirm, stopping }: EntryJob,
  { walk }: Draw,
  review: EntryReview,
): Promise<void> {
  const { reviewPolicy } = walk.facts
  if (mode === 'auto' && !reviewPolicy) return
  if (!confirm) {
    const why = reviewPolicy ? ` The shop asks for a human review (robots.txt: "${reviewPolicy}").` : ''
    const detail = `Everything can be filled in.${why} Please look at it and enter yourself.`
    throw leaveTo(walk, mode === 'auto' ? 'policy' : 'review', { detail })
  }
  // Others may be at the shop while the member reads.
  await walk.stay?.rest()
  const isYes = await confirm(review)
  await walk.stay?.resume(stopping)
  if (isYes) return
  const detail = 'You said no; nothing was sent.'
  throw new Ended({ kind: 'not-entered', reason: 'cancelled', detail, evidence: null })
}

async function fillAndSend(job: EntryJob, { draw, cookies }: OpenDraw): Promise<EntryOutcome> {
  const review = await reachReview(job, draw)
  await job.report('review', `${review.answers.length} answers for "${review.title}".`)
  const answered = review.answers.map(({ question }) => question)
  if (job.mode === 'dry-run')
    return { kind: 'dry-run', detail: `Stopped before entering "${review.title}".`, answered }
  await requireYes(job, draw, review)
  return sendEntry(job, draw, await cookies())
}

/** Behind the fence nothing is filled in or sent again: what came of it is asked for, on a fresh page. */
async function reconcile(job: EntryJob, record: EntryRecord): Promise<EntryOutcome> {
  return job.visit(record.cookies, async ({ draw }) => {
    draw.facts.title = record.title
    return lookForEntry(job, draw, { at: record.at })
  })
}

async function afterTrouble(job: EntryJob, error: unknown): Promise<EntryOutcome | undefined> {
  const record = await job.fence.read()
  if (record?.state === 'submitting') {
    if (!job.stopping.aborted) return reconcile(job, record)
    const detail =
      'It was stopped while the entry was being sent; run the same again to find out what became of it.'
    return { kind: 'unknown-needs-member', detail }
  }
  if (job.stopping.aborted)
    return {
      kind: 'not-entered',
      reason: 'cancelled',
      detail: 'You stopped it; nothing was sent.',
      evidence: null,
    }
  if (error instanceof Ended) return error.outcome
  if (error instanceof Stopped) return outcomeOfStop(error)
  if (error instanceof Final) throw error
  return undefined
}

function gaveUp({ url }: EntryJob, error: unknown): EntryOutcome {
  const cause = isSnpdError(error)
    ? error
    : pageTrouble(`The page broke off: ${String(error).split('\n')[0]}.`, error)
  const detail = `${cause.message} Nothing was sent. Please enter yourself.`
  return { kind: 'handover', reason: 'unknown-page', missing: [], resume_url: url.href, detail }
}

async function tryToEnter(job: EntryJob): Promise<EntryOutcome> {
  for (let tries = 1; ; tries++) {
    try {
      return await job.visit([], (opened) => fillAndSend(job, opened))
    } catch (error) {
      const outcome = await afterTrouble(job, error)
      if (outcome) return outcome
      if (tries === TRIES) return gaveUp(job, error)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries))
    }
  }
}

/** What is known already is not asked for again: a member is in a draw once. */
function knownEntry({ outcome }: EntryRecord): EntryOutcome {
  const isIn = outcome?.kind === 'entered' || outcome?.kind === 'already-entered'
  return {
    kind: 'already-entered',
    number: isIn ? outcome.number : null,
    evidence: isIn ? outcome.evidence : '',
  }
}

/**
 * Enters one draw, once, from wherever an earlier run left it. Safe to call again at any time and from several processes:
 * behind the fence it only reads.
 * @throws Final for what only a person can put right
 */
export async function enterDraw(job: EntryJob): Promise<EntryOutcome> {
  const record = await job.fence.read()
  if (record?.state === 'entered') return knownEntry(record)
  if (record) return reconcile(job, record)
  return tryToEnter(job)
}
