import { GivenBack } from '../../adapters/queue/worker.ts'
import { askedAway } from '../../adapters/retailers/manners.ts'
import { openStay, type Stay } from '../../adapters/retailers/stay.ts'
import { turnOf } from '../../core/checkout/turn.ts'
import { gateName } from '../../core/manners/gate-name.ts'
import { LONGEST_WAIT_MS } from '../../core/manners/pushback.ts'
import type { Visitor } from '../../core/manners/visitor.ts'
import type { PurchaseWork } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'

/** However long a shop wants to be left alone: a fence is looked at again after a minute. */
const LONGEST_GIVEN_BACK_MS = 60_000

/** What has a page at the shop, or an order, goes before what only begins. */
function visitorOf(work: PurchaseWork): Visitor {
  const begins = work.state === 'queued' || work.state === 'walking'
  return { id: work.id, purpose: begins ? 'checkout' : 'finish', order: turnOf(work) }
}

/**
 * Goes in at the shop's gate, or keeps a place in line there without keeping a worker busy.
 * @throws GivenBack while others are there; Stopped handover `policy` when the shop wants to be left alone for long
 */
export async function enterShop(
  { gate }: Pick<CheckoutDeps, 'gate'>,
  work: PurchaseWork,
  productUrl: URL,
): Promise<Stay> {
  const visitor = visitorOf(work)
  const answer = await gate.ask(gateName(productUrl), visitor)
  if (answer.kind === 'in') return openStay({ gate, visitor, lease: answer.lease })
  const isLong = answer.why === 'not-before' && answer.ms > LONGEST_WAIT_MS
  if (isLong && work.state !== 'submitting') throw askedAway(productUrl, answer.ms)
  throw new GivenBack(Math.min(answer.ms, LONGEST_GIVEN_BACK_MS))
}
