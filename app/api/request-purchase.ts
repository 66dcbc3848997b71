import type { PurchaseInput } from '../../core/checkout/shape.ts'
import { turnOf } from '../../core/checkout/turn.ts'
import { Final } from '../../core/errors.ts'
import type { ShippingAddress } from '../../core/member/shape.ts'
import { activePass } from '../../db/chain/pass.ts'
import { gateFor } from '../../db/drops/gate.ts'
import { walletsOf } from '../../db/ledger/wallets.ts'
import { createPurchase } from '../../db/purchases/create.ts'
import type { Api } from './context.ts'
import { olderKey } from './payment-key.ts'
import { memberOr401 } from './signed-in.ts'

type Ask = { memberId: string; input: PurchaseInput }

async function requireOpenGate(api: Api, { memberId, input }: Ask): Promise<void> {
  const gate = await gateFor(api.sql, { memberId, dropId: input.drop_id, now: api.now() })
  if (gate.open) return
  // The gate's reason says itself what would make it a yes.
  throw new Final({ code: 'gate.closed', message: gate.reason })
}

type Recipient = { shipping: ShippingAddress; email: string }

/** To whom the shop sends it: what the request says, else what the profile says. Nothing is invented. */
async function recipientOf(api: Api, { memberId, input }: Ask): Promise<Recipient> {
  const member = await memberOr401(api, memberId)
  const shipping = input.shipping ?? member.shipping_address
  const email = input.email ?? member.email
  if (shipping && email) return { shipping, email }
  if (shipping)
    throw new Final({
      code: 'checkout.email-missing',
      message: 'There is no email for the shop to send the order to.',
      fix: 'Send one with the request.',
    })
  throw new Final({
    code: 'checkout.address-missing',
    message: 'There is no shipping address to send it to.',
    fix: 'Add one to your profile, or send it with the request.',
  })
}

/** Members with a pass go first; 0 without one. */
async function tierOf({ sql, now }: Api, memberId: string): Promise<number> {
  const pass = await activePass(sql, { addresses: await walletsOf(sql, memberId), now: now() })
  return pass?.tier ?? 0
}

/** Ids sort by the time in them; a clock may be off, but not by more than this. Milliseconds. */
const MOST_OFF = 24 * 3_600_000

function requireGoodId({ now }: Api, { id, sealed_code }: PurchaseInput): void {
  const made = id === undefined ? undefined : Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  const isOff = made !== undefined && Math.abs(made - now().getTime()) > MOST_OFF
  if (!isOff && (sealed_code === undefined || id !== undefined)) return
  throw new Final({
    code: 'checkout.id',
    message: isOff
      ? 'The time in the id is more than a day off.'
      : 'A sealed code needs the id it was sealed for.',
    fix: 'Send a UUIDv7 made just now as id.',
  })
}

/** A code that nobody can open would only lie around. */
function requireCurrentKey({ paymentKey }: Api, { sealed_code }: PurchaseInput): void {
  if (sealed_code !== undefined && sealed_code.key_id !== paymentKey().key_id) throw olderKey()
}

/**
 * Gate, row, job. The row is the truth: when the queue does not answer after the row is written, the request stands
 * and the workers' sweep gives it a job later, so the member is told it is queued, which it is.
 * @returns the request's id
 * @throws Final `gate.closed`, `checkout.*`, `payment.key`, `drop.not-found`
 */
export async function requestPurchase(api: Api, ask: Ask): Promise<string> {
  requireGoodId(api, ask.input)
  requireCurrentKey(api, ask.input)
  await requireOpenGate(api, ask)
  const recipient = await recipientOf(api, ask)
  const passTier = await tierOf(api, ask.memberId)
  const id = await createPurchase(api.sql, api.vault, { ...ask, ...recipient, passTier })
  await api.queue.addCheckout(id, turnOf({ passTier, askedAt: api.now() })).catch((err: Error) => {
    api.logger.warn({ err, requestId: id }, 'no job yet; the sweep will add it')
  })
  return id
}
