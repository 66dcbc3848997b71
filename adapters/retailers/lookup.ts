import { matchOrder, writtenTotals } from '../../core/checkout/reconcile.ts'
import type { Review } from '../../core/checkout/shape.ts'
import { type Lookup, pageTrouble, type RetailAdapter, type Walk } from './adapter.ts'

const LOOK_AGAIN_MS = 1000
const MAX_UNREADABLE = 3

export type Verdict =
  | { kind: 'ordered'; number: string; evidence: string }
  | { kind: 'none' }
  | { kind: 'unclear'; detail: string }

export type Placed = {
  review: Review | null
  /** When the fence was raised. */
  since: Date
  /** From then on the shop's "none" is believed. Milliseconds since 1970. */
  believable: number
  /** Order numbers that belong to other requests. */
  known: () => Promise<readonly string[]>
  /** Its number, where the shop has told it. */
  number?: string | null
}

async function judge(lookup: Lookup, { review, since, known, number }: Placed): Promise<Verdict> {
  if (lookup.kind === 'unreadable') return { kind: 'unclear', detail: lookup.detail }
  if (lookup.kind === 'none') return { kind: 'none' }
  const match = matchOrder(lookup.orders, {
    title: review?.title ?? '',
    totals: writtenTotals(review?.total_minor ?? 0, review?.currency ?? 'USD'),
    since,
    known: await known(),
    number,
  })
  if (match.kind !== 'ordered') return match
  return { kind: 'ordered', number: match.order.number, evidence: match.order.text.slice(0, 240) }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The shop may have asked to come back later, or others of ours may be there: so long it is waited for. */
const LONGEST_ABSENCE_MS = 120_000

/** Before a look at the shop. @throws Retryable `checkout.page` when it is not our turn for too long: that says nothing about the shop */
export async function comeBack({ stay, pushback }: Walk): Promise<void> {
  // What answered the click with "later" is not asked at once.
  if (pushback.take()) await stay?.rest()
  if (stay && !(await stay.resume(AbortSignal.timeout(LONGEST_ABSENCE_MS))))
    throw pageTrouble('The shop could not be asked about the order in time.')
}

/** Between two looks; lets others in meanwhile. */
export async function stayAway({ stay }: Walk, ms: number): Promise<void> {
  await stay?.rest()
  await sleep(Math.max(0, ms))
}

/**
 * Asks the shop whether it has the order, until its answer can be believed. Never clicks a button that buys.
 * @throws Retryable `checkout.page` when the browser died, or it is not our turn for too long
 */
export async function lookForOrder(adapter: RetailAdapter, walk: Walk, placed: Placed): Promise<Verdict> {
  for (let unclear = 0; ; ) {
    await comeBack(walk)
    const late = Date.now() >= placed.believable
    const lookup = await adapter.reconcile(walk).catch((error: Error): Lookup => {
      if (walk.page.isClosed()) throw pageTrouble('The browser closed while the order was looked up.', error)
      return { kind: 'unreadable', detail: error.message.split('\n')[0] ?? '' }
    })
    const verdict = await judge(lookup, placed)
    if (verdict.kind === 'ordered' || (verdict.kind === 'none' && late)) return verdict
    if (verdict.kind === 'unclear' && ++unclear >= MAX_UNREADABLE) return verdict
    await stayAway(walk, verdict.kind === 'none' ? placed.believable - Date.now() : LOOK_AGAIN_MS)
  }
}
