import type { RetailAdapter, Walk } from '../adapter.ts'
import { add } from './add.ts'
import { address } from './address.ts'
import { advance } from './advance.ts'
import { choose } from './choose.ts'
import { find } from './find.ts'
import { requireNoChallenge } from './guard.ts'
import { asksPerson, buyPress } from './hand.ts'
import { lookAfresh } from './page.ts'
import { payment } from './payment.ts'
import { reconcile } from './reconcile.ts'
import { review } from './review.ts'
import { shipping } from './shipping.ts'
import { confirm, submit } from './submit.ts'
import type { UcpSession } from './ucp/shape.ts'
import { confirmByUcp, fillByUcp, reconcileByUcp, reviewByUcp, submitByUcp } from './ucp/steps.ts'

type Step<Result> = (walk: Walk) => Promise<Result>

/** By the shop's interface while a session of it is open, by its pages otherwise. */
function either<Result>(
  byUcp: (walk: Walk, session: UcpSession) => Promise<Result>,
  byPage: Step<Result>,
): Step<Result> {
  return (walk) => (walk.facts.ucp ? byUcp(walk, walk.facts.ucp) : byPage(walk))
}

/** With a look, first, whether the page has come to ask for a person: what a field brought about may be a challenge. */
function warily<Result>(step: Step<Result>): Step<Result> {
  return async (walk) => {
    await requireNoChallenge(walk)
    return step(walk)
  }
}

/** Reads it anew: what a total is held against may not be what was read before. */
function afresh<Result>(step: Step<Result>): Step<Result> {
  return async (walk) => {
    await lookAfresh(walk.page)
    return step(walk)
  }
}

const nothing = async () => null

/** Buys at a shop it has never seen, by what the web's standards and common words tell it. */
export const universalAdapter: RetailAdapter = {
  name: 'universal',
  walk: {
    ...{ find, choose, add },
    address: either(fillByUcp, warily(address)),
    shipping: either(nothing, warily(shipping)),
    payment: either(nothing, warily(payment)),
  },
  advance: either(async () => false, warily(advance)),
  review: either(reviewByUcp, afresh(warily(review))),
  submit: either(submitByUcp, afresh(submit)),
  confirm: either(confirmByUcp, confirm),
  reconcile: either(
    async (walk, session) => (await reconcileByUcp(walk, session)) ?? reconcile(walk),
    reconcile,
  ),
  asksPerson,
  buyPress,
}
