import { z } from 'zod'
import { fromBase64url } from '../vault/bytes.ts'
import { labelPattern, SEALED_CARD_BYTES, SEALED_CODE_BYTES } from './purpose.ts'

const keyIdShape = z.string().regex(/^[0-9a-f]{16}$/, '16 hex digits')

/** Base64url of exactly as many bytes as the browser seals: nothing else fits in here. */
function sealedShape(bytes: number) {
  const letters = Math.ceil((bytes * 4) / 3)
  return z
    .string()
    .length(letters)
    .refine((text) => fromBase64url(text)?.length === bytes, `${bytes} bytes, base64url without padding`)
}

/** The public key that browsers seal to, and the suite: RFC 9180's ids of KEM, KDF and AEAD. */
export const paymentKeyShape = z.object({
  key_id: keyIdShape,
  public_key: z.string(),
  suite: z.literal('hpke-base-x25519-hkdf-sha256-aes-256-gcm'),
})

const labelShape = z.string().trim().regex(labelPattern, '1 to 40 characters, no digits')

export const sealedCardShape = z.strictObject({
  key_id: keyIdShape,
  sealed: sealedShape(SEALED_CARD_BYTES),
  label: labelShape,
})
export type SealedCard = z.infer<typeof sealedCardShape>

/** The security code of one request. */
export const sealedCodeShape = z.strictObject({ key_id: keyIdShape, sealed: sealedShape(SEALED_CODE_BYTES) })
export type SealedCode = z.infer<typeof sealedCodeShape>

/** What anyone but a checkout worker can know of a member's payment details. */
export const paymentShape = z.object({
  label: z.string(),
  key_id: keyIdShape,
  /** True when they are sealed to a key that new ones are no longer sealed to; they still work. */
  older_key: z.boolean(),
  updated_at: z.iso.datetime(),
})
export type Payment = z.infer<typeof paymentShape>
