import { z } from 'zod'
import { fromBase64url } from '../../core/vault/bytes.ts'

const KEY_BYTES = 32
/** Of an uncompressed point of P-256. */
const POINT_BYTES = 65
const id = z.string().regex(/^[0-9a-f]{16}$/)
const bytes = z.string().refine((text) => fromBase64url(text)?.length === KEY_BYTES)
const made = z.iso.datetime()

const holdsCurrent = ({ current, keys }: { current: string; keys: { id: string }[] }) =>
  keys.some((key) => key.id === current)

/** vault.json: key-encryption keys, for the web server and the workers. */
export const vaultFileShape = z
  .strictObject({
    snpd_keys: z.literal('vault'),
    current: id,
    keys: z.array(z.strictObject({ id, key: bytes, created_at: made })).min(1),
  })
  .refine(holdsCurrent)
export type VaultFile = z.infer<typeof vaultFileShape>

/** checkout.json: X25519 key pairs, for the workers alone. */
export const checkoutFileShape = z
  .strictObject({
    snpd_keys: z.literal('checkout'),
    current: id,
    keys: z.array(z.strictObject({ id, private_key: bytes, public_key: bytes, created_at: made })).min(1),
  })
  .refine(holdsCurrent)
export type CheckoutFile = z.infer<typeof checkoutFileShape>

/** checkout.public.json: what browsers seal to, for the web server. */
export const publicFileShape = z.strictObject({
  snpd_keys: z.literal('checkout-public'),
  id,
  public_key: bytes,
})
export type PublicFile = z.infer<typeof publicFileShape>

/** vapid.json: the P-256 pair by which push services know us (RFC 8292), for the web server and the workers. */
export const vapidFileShape = z.strictObject({
  snpd_keys: z.literal('vapid'),
  private_key: bytes,
  public_key: z.string().refine((text) => fromBase64url(text)?.length === POINT_BYTES),
  created_at: made,
})
export type VapidFile = z.infer<typeof vapidFileShape>
