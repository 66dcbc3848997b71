import { type MemberWordInput, nothingCameFrom } from '../../core/checkout/word.ts'
import { Final } from '../../core/errors.ts'
import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { readFence } from './fence.ts'
import { lockPurchase, notePurchase } from './move.ts'

type Saying = { id: string; memberId: string; word: MemberWordInput; now: Date }

function messageOf({ came, number }: MemberWordInput): string {
  if (!came) return 'You say that nothing came. You may ask for this drop again.'
  return `You say that the order went through${number ? `: ${number}` : ''}.`
}

function tooSoon(from: Date): Final {
  return new Final({
    code: 'checkout.too-soon',
    message: 'The shop may still book this order.',
    fix: `Look again after ${from.toISOString().slice(11, 16)} UTC, and in your mail.`,
  })
}

/**
 * What the member says came of an order that nobody could read about, as the member's word beside the outcome. "Nothing
 * came" takes the fence away, so that they may ask again, and only when the shop has had its time to book.
 * @throws Final `checkout.not-found`, `checkout.state`, `checkout.too-soon`
 */
export async function sayWord(sql: Sql, { id, memberId, word, now }: Saying): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const request = await lockPurchase(tx, { id, memberId })
    const fence = await readFence(tx, id)
    if (request.state !== 'unknown' || !fence)
      throw new Final({
        code: 'checkout.state',
        message: 'There is nothing to say of this checkout.',
        fix: 'Only an order that nobody could read about asks for your word, once.',
      })
    const from = nothingCameFrom(fence.at)
    if (!word.came && now < from) throw tooSoon(from)
    const said = { came: word.came, number: word.came ? (word.number ?? null) : null, at: now.toISOString() }
    await tx`update app.purchase_request set word = ${tx.json(said)}, updated_at = now() where id = ${id}`
    if (!word.came) await tx`delete from app.checkout_fence where request_id = ${id}`
    await notePurchase(tx, request, { step: null, message: messageOf(word) })
  })
}
