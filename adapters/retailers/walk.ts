import type { Page, Response, Route } from 'playwright-core'
import type { Review } from '../../core/checkout/shape.ts'
import {
  handOver,
  type Pushback,
  type RetailAdapter,
  type Walk,
  type WalkStep,
  type Wishes,
} from './adapter.ts'

import { pushbackOf } from './manners.ts'

/** Checkouts longer than this are going in circles. */
const MAX_PAGES = 12

export type BeginWalk = Pick<Walk, 'page' | 'productUrl' | 'size' | 'buyer' | 'payment' | 'stay'> & {
  wishes?: Wishes
}

/** Holds every new page back until the time that the shop asks for has passed since the one before. */
function paceOf(page: Page): Walk['pace'] {
  let [between, last] = [0, Date.now()]
  const hold = async (route: Route) => {
    const request = route.request()
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      const due = last + between
      last = Math.max(due, Date.now())
      if (due > Date.now()) await new Promise((resolve) => setTimeout(resolve, due - Date.now()))
    }
    await route.fallback()
  }
  return async (ms) => {
    if (ms > 0 && between === 0) await page.route('**/*', hold)
    between = ms
    last = Date.now()
  }
}

/** What guards the shop answered in its place: a page to look at, to a script that asked for something else. */
function isTurnedAway(response: Response): boolean {
  const { 'content-type': type = '', 'cf-mitigated': mitigated = '' } = response.headers()
  if (response.status() !== 403 || !/^(fetch|xhr)$/.test(response.request().resourceType())) return false
  return mitigated === 'challenge' || (response.request().method() === 'POST' && type.startsWith('text/html'))
}

/** A walk that has not opened anything yet. */
export function beginWalk(options: BeginWalk): Walk {
  let status = 0
  let sent = 0
  let pushback: Pushback | undefined
  const { page } = options
  page.on('response', (response) => {
    const asked = pushbackOf(response, page)
    pushback = asked ?? pushback
    if (asked) options.stay?.pushback(asked).catch(() => undefined)
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame())
      status = response.status()
    const isOwn = new URL(response.url()).origin === options.productUrl.origin
    if (isOwn && isTurnedAway(response)) status = response.status()
    if (isOwn && response.request().method() === 'POST') sent = response.status()
  })
  const take = () => {
    const taken = pushback
    pushback = undefined
    return taken
  }
  const facts: Walk['facts'] = {
    title: '',
    prices: [],
    currency: null,
    sizeSeen: false,
    addBy: null,
    ucp: null,
    askedUcp: false,
    byPage: false,
    resumeUrl: null,
    reviewPolicy: null,
    added: false,
    helped: false,
  }
  const wishes = options.wishes ?? { shipping: 'cheapest', payment: [] }
  return {
    ...options,
    wishes,
    facts,
    status: () => status,
    answer: () => sent,
    pushback: { take },
    pace: paceOf(page),
  }
}

/** Told of each step that did something; may throw to end the walk. */
export type Report = (step: WalkStep, message: string) => Promise<void>

/**
 * Walks from the product page to the shop's review and reads it. Nothing is bought. A walk that the member has helped on
 * is walked on from the page as it is, once the pair is in the cart.
 * @throws Stopped when the walk has to end; Retryable when trying again may help
 */
export async function walkToReview(adapter: RetailAdapter, walk: Walk, report: Report): Promise<Review> {
  const run = async (step: WalkStep) => {
    const message = await adapter.walk[step](walk)
    if (message !== null) await report(step, message)
    return message !== null
  }
  if (!walk.facts.added) for (const step of ['find', 'choose', 'add'] as const) await run(step)
  walk.facts.added = true
  for (let pages = 0, stuck = 0; pages < MAX_PAGES && stuck < 2; pages++) {
    await run('address')
    // To the door instead of to the store: only now it asks where the door is.
    if (await run('shipping')) await run('address')
    await run('payment')
    const review = await adapter.review(walk)
    if (review) return review
    // What the last field brought about may have come too late for its step: everything once more.
    stuck = (await adapter.advance(walk)) ? 0 : stuck + 1
  }
  throw handOver(walk, 'unknown-page', 'The way to the end of this checkout was not found.')
}
