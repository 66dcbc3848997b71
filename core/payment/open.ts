import { z } from 'zod'
import { Final } from '../errors.ts'
import { open } from '../vault/hpke.ts'
import type { Purpose } from '../vault/sealed.ts'
import { cardPurpose, codePurpose, type PaymentCard } from './purpose.ts'

/** Private keys of the checkout workers by id (base64url). Only workers/main.ts has them. */
export type OpeningKeys = {
  /** @throws Final `vault.key-missing` */
  find: (keyId: string) => string
}

export type Sealed = { keyId: string; sealed: Uint8Array }

const cardShape: z.ZodType<PaymentCard> = z.strictObject({
  number: z.string().regex(/^\d{13,19}$/),
  name: z.string().min(1).max(100),
  expMonth: z.int().min(1).max(12),
  expYear: z.int().min(2000).max(2999),
})
const codeShape = z.string().regex(/^\d{3,4}$/)

function unreadable(): Final {
  // Without a cause: it could quote what was opened.
  return new Final({
    code: 'payment.unreadable',
    message: 'Your sealed payment details cannot be opened.',
    fix: 'Type them in again on the payment page.',
  })
}

async function openWith(keys: OpeningKeys, purpose: Purpose, { keyId, sealed }: Sealed): Promise<string> {
  const key = keys.find(keyId)
  return open(key, purpose, sealed).catch(() => {
    throw unreadable()
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable()
  }
}

/**
 * A member's card. Keep it out of logs, errors and rows.
 * @throws Final `payment.unreadable` when it was not sealed for this member, or is no card; `vault.key-missing`
 */
export async function openCard(keys: OpeningKeys, memberId: string, sealed: Sealed): Promise<PaymentCard> {
  const card = cardShape.safeParse(jsonOf(await openWith(keys, cardPurpose(memberId), sealed)))
  if (card.success) return card.data
  throw unreadable()
}

/** The security code of one request. @throws as openCard */
export async function openCode(
  keys: OpeningKeys,
  { memberId, requestId }: { memberId: string; requestId: string },
  sealed: Sealed,
): Promise<string> {
  const code = codeShape.safeParse(await openWith(keys, codePurpose(memberId, requestId), sealed))
  if (code.success) return code.data
  throw unreadable()
}
