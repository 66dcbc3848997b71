import type { Page } from 'playwright-core'
import type { BuyPress, PressedAt, Walk } from '../../../adapters/retailers/adapter.ts'
import { ticketOf } from '../../../adapters/retailers/universal/ucp/ticket.ts'
import type { Review } from '../../../core/checkout/shape.ts'
import { isSnpdError } from '../../../core/errors.ts'
import type { Hand } from '../../../core/live/hand.ts'
import { noteHelp } from '../../../db/live/help.ts'
import { raiseFence } from '../../../db/purchases/fence.ts'
import { noteReview } from '../../../db/purchases/progress.ts'
import { loadWork } from '../../../db/purchases/work.ts'
import type { CheckoutDeps } from '../deps.ts'
import { requireOpenGate } from '../gate.ts'
import { type Hands, NotAllowed } from './show.ts'

/** Where this act could press a button; undefined when it presses none. */
function pressOf(hand: Hand): PressedAt | undefined {
  if (hand.kind === 'down') return { x: hand.x, y: hand.y }
  if (hand.kind === 'key' && hand.key === 'Enter') return 'Enter'
  return hand.kind === 'text' && hand.text.includes(' ') ? 'Space' : undefined
}

function reviewOf({ facts, size }: Walk, { total, quantity }: BuyPress): Review | undefined {
  if (!total) return undefined
  return {
    title: facts.title,
    size,
    quantity: quantity ?? 1,
    total_minor: total.minor,
    currency: total.currency,
    lines: [],
  }
}

type Pressing = { id: string; walk: Walk }

async function raise(deps: CheckoutDeps, { id, walk }: Pressing, review: Review | undefined): Promise<void> {
  const work = await loadWork(deps.sql, id)
  // Behind the fence already: the shop asks again, or the bank does.
  if (work?.state === 'submitting') return
  if (!work) throw new NotAllowed('This checkout is gone.')
  await requireOpenGate(deps, work)
  if (review) await noteReview(deps.sql, { id, review })
  deps.stay()
  await raiseFence(deps.sql, id, { byHand: true, ticket: ticketOf(walk) })
  walk.stay?.nowOrNever()
}

type Handing = Pressing & { /** The order was clicked already. */ isBehind: boolean }

/**
 * The member's hand obeys the same fence as ours: it goes up, committed, before a press that could buy reaches the page.
 * Where it cannot (one order is there already, the gate has closed, the request has ended), the press is not passed on.
 */
export function handsOf(deps: CheckoutDeps, { id, walk, isBehind }: Handing): Hands {
  let behind = isBehind
  const allow = async (hand: Hand, page: Page) => {
    const press = pressOf(hand)
    if (!press) return
    // A page that cannot be read could have any button there.
    const buys = await deps.adapter
      .buyPress({ ...walk, page }, press)
      .catch(() => ({ total: null, quantity: null }))
    if (!buys) return
    const before = behind
    behind = true
    await raise(deps, { id, walk }, reviewOf(walk, buys)).catch((error: Error) => {
      behind = before
      throw new NotAllowed(isSnpdError(error) ? error.message : 'This cannot be bought right now.')
    })
  }
  return { allow, begin: () => noteHelp(deps.sql, id), isBehind: () => behind }
}
