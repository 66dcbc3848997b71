import { type Purpose, sealedLength } from '../vault/sealed.ts'

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

/** What a member calls the card. No digits: none of the number's can be among them. */
export const labelPattern = /^\P{Nd}{1,40}$/u

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
