import { type Purpose, seal, sealedLength } from '../vault/hpke.ts'

/** What a member types into the payment form. It exists in the browser and in a checkout worker, and nowhere between. */
export type PaymentCard = {
  /** 13 to 19 digits. */
  number: string
  name: string
  /** 1 to 12. */
  expMonth: number
  /** Four digits. */
  expYear: number
}

/** A public key of the checkout workers, as GET /api/payment/key answers it. */
export type SealingKey = { key_id: string; public_key: string }

const CARD_BYTES = 512
const CODE_BYTES = 16
export const SEALED_CARD_BYTES = sealedLength(CARD_BYTES)
export const SEALED_CODE_BYTES = sealedLength(CODE_BYTES)

/** What a member's card is sealed for. */
export function cardPurpose(memberId: string): Purpose {
  return { info: 'snpd card 1', aad: `member|${memberId}`, size: CARD_BYTES }
}

/** What the security code is sealed for: one member's one request. */
export function codePurpose(memberId: string, requestId: string): Purpose {
  return { info: 'snpd code 1', aad: `member|${memberId}|request|${requestId}`, size: CODE_BYTES }
}

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
