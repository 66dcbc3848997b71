import type { Preferences, PurchaseInput } from '../../core/checkout/shape.ts'
import { firstPurchaseState } from '../../core/checkout/states.ts'
import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { ShippingAddress } from '../../core/member/shape.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { writeCode } from '../vault/code.ts'
import { sealShipping } from '../vault/shipping.ts'
import { alreadyOrdered } from './fence.ts'
import { notePurchase } from './move.ts'
import { isOpen } from './open.ts'

export type NewPurchase = {
  memberId: string
  input: PurchaseInput
  shipping: ShippingAddress
  email: string
  /** Of the member's best pass; without one 0, as by default. */
  passTier?: number
}

const unsaid: Preferences = { shipping: 'cheapest', payment: [] }

/** A page that waits for its member keeps a place of the worker's: nobody holds them all. */
const MOST_OPEN = 2

/** The member's row is locked, so that requests sent at one moment are counted one after another. */
async function requireFewOpen(tx: Db, memberId: string): Promise<void> {
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

function idTaken(): Final {
  return new Final({
    code: 'checkout.id',
    message: 'There is a request with this id already.',
    fix: 'Look at your list; for another request make another id.',
  })
}

/**
 * Writes a request in state `queued` and returns its id; the caller then adds it to the queue (a sweep in the workers
 * adds it if the caller dies in between).
 * @throws Final `drop.not-found`, `checkout.size-unknown`, `checkout.already-ordered`, `checkout.too-many-open`,
 *   `checkout.id`, `vault.*`
 */
export async function createPurchase(sql: Sql, ring: KeyRing, purchase: NewPurchase): Promise<string> {
  const { memberId, input, shipping, email, passTier = 0 } = purchase
  const id = input.id ?? uuidv7()
  await inTransaction(sql, async (tx) => {
    await lockMember(tx, memberId)
    await requireFewOpen(tx, memberId)
    await requireOrderable(tx, purchase)
    const encrypted = await sealShipping(tx, ring, { id, memberId, shipping })
    const made = await tx`
      insert into app.purchase_request
        (id, member_id, drop_id, size, max_total_minor, currency, mode, preferences, shipping_encrypted, email, state,
        pass_tier)
      values (${id}, ${memberId}, ${input.drop_id}, ${input.size}, ${input.max_total_minor}, ${input.currency},
        ${input.mode}, ${tx.json(input.preferences ?? unsaid)}, ${encrypted}, ${email}, ${firstPurchaseState},
        ${passTier})
      on conflict (id) do nothing`
    if (made.count === 0) throw idTaken()
    if (input.sealed_code) await writeCode(tx, id, input.sealed_code)
    await notePurchase(
      tx,
      { id, member_id: memberId, state: firstPurchaseState },
      { step: null, message: `Asked for size ${input.size}.` },
    )
  })
  return id
}
