import { GivenBack } from '../../adapters/queue/worker.ts'
import { Stopped } from '../../adapters/retailers/adapter.ts'
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
/** A shop that wants to be left alone for longer is not asked what became of an order: its member is told, and asked. */
const LONGEST_BEHIND_MS = 15 * 60_000

/** What has a page at the shop, or an order, goes before what only begins. */
function visitorOf(work: PurchaseWork): Visitor {
  const begins = work.state === 'queued' || work.state === 'walking'
  return { id: work.id, purpose: begins ? 'checkout' : 'finish', order: turnOf(work) }
}

function leftAlone(ms: number): Stopped {
  const hours = Math.ceil(ms / 3_600_000)
  const detail = `Whether the order was placed could not be asked: the shop wants to be left alone for ${hours === 1 ? 'an hour' : `${hours} hours`}. Please look in your mail before you buy again.`
  return new Stopped({ kind: 'unknown-needs-member', detail })
}

/**
 * Goes in at the shop's gate, or keeps a place in line there without keeping a worker busy.
 * @throws GivenBack while others are there; Stopped when the shop wants to be left alone for long: handover `policy`, or,
 *   behind the fence, `unknown-needs-member`
 */
export async function enterShop(
  { gate }: Pick<CheckoutDeps, 'gate'>,
  work: PurchaseWork,
  productUrl: URL,
): Promise<Stay> {
  const visitor = visitorOf(work)
  const answer = await gate.ask(gateName(productUrl), visitor)
  if (answer.kind === 'in') return openStay({ gate, visitor, lease: answer.lease })
  const isBehind = work.state === 'submitting'
  if (answer.why === 'not-before' && answer.ms > (isBehind ? LONGEST_BEHIND_MS : LONGEST_WAIT_MS))
    throw isBehind ? leftAlone(answer.ms) : askedAway(productUrl, answer.ms)
  throw new GivenBack(Math.min(answer.ms, LONGEST_GIVEN_BACK_MS))
}
