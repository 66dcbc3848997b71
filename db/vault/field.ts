import type { z } from 'zod'
import { decrypt, encrypt, type Key, type Place } from '../../core/vault/cipher.ts'
import { type KeyRing, unwrapDataKey } from '../../core/vault/keys.ts'
import { shredded } from './key.ts'

/** The columns that hold what the vault encrypted. */
export const places = {
  address: (memberId: string): Place => ({ table: 'app.member', column: 'address_encrypted', row: memberId }),
  shipping: (requestId: string): Place => ({
    table: 'app.purchase_request',
    column: 'shipping_encrypted',
    row: requestId,
  }),
  prize: (prizeId: string): Place => ({
    table: 'app.raffle_prize',
    column: 'address_encrypted',
    row: prizeId,
  }),
  draw: (requestId: string): Place => ({
    table: 'app.raffle_form_request',
    column: 'details_encrypted',
    row: requestId,
  }),
  channel: (channelId: string): Place => ({ table: 'app.channel', column: 'sealed', row: channelId }),
} as const

/** A JSON value as its column keeps it. */
export function encryptJson(key: Key, place: Place, value: unknown): Promise<Uint8Array> {
  return encrypt(key, place, new TextEncoder().encode(JSON.stringify(value)))
}

/** A column as it was read, in one statement with the key that opens it. */
export type Field = {
  memberId: string
  place: Place
  /** Of before the vault: the value itself. */
  plain: unknown
  encrypted: Uint8Array | null
  wrapped: Uint8Array | null
}

/**
 * The value of a column; null when there is none.
 * @throws Final `vault.unreadable`, `vault.key-missing`, `vault.shredded`
 */
export async function openField<Shape extends z.ZodType>(
  ring: KeyRing,
  shape: Shape,
  { memberId, place, plain, encrypted, wrapped }: Field,
): Promise<z.infer<Shape> | null> {
  if (encrypted === null) return plain === null ? null : shape.parse(plain)
  if (wrapped === null) throw shredded()
  const key = await unwrapDataKey(ring, memberId, wrapped)
  const text = new TextDecoder().decode(await decrypt(key, place, encrypted))
  return shape.parse(JSON.parse(text))
}
