import type { PurchaseInput } from '../../core/checkout/shape.ts'
import { firstPurchaseState } from '../../core/checkout/states.ts'
import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { ShippingAddress } from '../../core/member/shape.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyOrdered } from './fence.ts'
import { notePurchase } from './move.ts'
import { isOpen } from './open.ts'

export type NewPurchase = { memberId: string; input: PurchaseInput; shipping: ShippingAddress; email: string }

/** A page that waits for its member keeps a place of the worker's: nobody holds them all. */
const MOST_OPEN = 2

/** Locks the member, so that requests sent at one moment are counted one after another. */
async function requireFewOpen(tx: Db, memberId: string): Promise<void> {
  await lockMember(tx, memberId)
  const [row] = await tx<{ open: number }[]>`
    select count(*)::int as open from app.purchase_request
    where member_id = ${memberId} and ${isOpen(tx)}`
  if ((row?.open ?? 0) >= MOST_OPEN)
    throw new Final({
      code: 'checkout.too-many-open',
      message: `You have ${MOST_OPEN} checkouts open, which is the most.`,
      fix: 'Say yes or no to one of them, then ask again.',
    })
}

async function requireOrderable(tx: Db, { memberId, input }: NewPurchase): Promise<void> {
  const [drop] = await tx<{ sizes: string[]; fenced: boolean }[]>`
    select d.sizes, exists (select 1 from app.checkout_fence f
      where f.drop_id = d.id and f.member_id = ${memberId}) as fenced
    from app.drop d where d.id = ${input.drop_id}`
  if (!drop) throw new Final({ code: 'drop.not-found', message: 'There is no such drop.' })
  if (drop.fenced && input.mode !== 'dry-run') throw alreadyOrdered()
  if (!drop.sizes.includes(input.size))
    throw new Final({
      code: 'checkout.size-unknown',
      message: `This drop has no size ${input.size}.`,
      fix: `Choose one of ${drop.sizes.join(', ')}.`,
    })
}

/**
 * Writes a request in state `queued` and returns its id; the caller then adds it to the queue (a sweep in the workers
 * adds it if the caller dies in between).
 * @throws Final `drop.not-found`, `checkout.size-unknown`, `checkout.already-ordered`, `checkout.too-many-open`
 */
export async function createPurchase(sql: Sql, purchase: NewPurchase): Promise<string> {
  const id = uuidv7()
  const { memberId, input, shipping, email } = purchase
  await inTransaction(sql, async (tx) => {
    await requireFewOpen(tx, memberId)
    await requireOrderable(tx, purchase)
    await tx`
      insert into app.purchase_request
        (id, member_id, drop_id, size, max_total_minor, currency, mode, shipping, email, state)
      values (${id}, ${memberId}, ${input.drop_id}, ${input.size}, ${input.max_total_minor}, ${input.currency},
        ${input.mode}, ${tx.json(shipping)}, ${email}, ${firstPurchaseState})`
    await notePurchase(
      tx,
      { id, member_id: memberId, state: firstPurchaseState },
      { step: null, message: `Asked for size ${input.size}.` },
    )
  })
  return id
}
