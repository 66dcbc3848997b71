import type { PaymentDetails } from '../../adapters/retailers/adapter.ts'
import { openCard, openCode } from '../../core/payment/open.ts'
import type { PurchaseWork } from '../../db/purchases/work.ts'
import { sealedCodeOf } from '../../db/vault/code.ts'
import { sealedCardOf } from '../../db/vault/payment.ts'
import type { CheckoutDeps } from './deps.ts'

/**
 * Gives a walk the means to open its member's payment details, and opens nothing itself.
 * What it returns throws Final `payment.unreadable`, `vault.key-missing`.
 */
export function paymentOf(
  { sql, opening }: Pick<CheckoutDeps, 'sql' | 'opening'>,
  { id, memberId }: Pick<PurchaseWork, 'id' | 'memberId'>,
): () => Promise<PaymentDetails | null> {
  return async () => {
    const sealedCard = await sealedCardOf(sql, memberId)
    if (!sealedCard) return null
    const sealedCode = await sealedCodeOf(sql, id)
    const card = await openCard(opening, memberId, sealedCard)
    const code = sealedCode ? await openCode(opening, { memberId, requestId: id }, sealedCode) : null
    return { card, code }
  }
}
