import { seal } from '../vault/hpke.ts'
import { cardPurpose, codePurpose, type PaymentCard } from './purpose.ts'

/** A public key of the checkout workers, as GET /api/payment/key answers it. */
export type SealingKey = { key_id: string; public_key: string }

/** Seals a card for the checkout workers; runs in the member's browser. */
export async function sealCard(key: SealingKey, memberId: string, card: PaymentCard) {
  const sealed = await seal(key.public_key, cardPurpose(memberId), JSON.stringify(card))
  return { key_id: key.key_id, sealed }
}

/** Seals the security code of one purchase request; runs in the member's browser. */
export async function sealCode(
  key: SealingKey,
  { memberId, requestId }: { memberId: string; requestId: string },
  code: string,
) {
  const sealed = await seal(key.public_key, codePurpose(memberId, requestId), code)
  return { key_id: key.key_id, sealed }
}
