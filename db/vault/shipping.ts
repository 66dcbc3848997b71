import { addressShape, type ShippingAddress } from '../../core/member/shape.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db } from '../client.ts'
import { encryptJson, openField, places } from './field.ts'
import { dataKey, shredded } from './key.ts'

/** Where a request ships to, as its column keeps it. The member's vault must be locked. @throws Final `vault.*` */
export async function sealShipping(
  tx: Db,
  ring: KeyRing,
  { id, memberId, shipping }: { id: string; memberId: string; shipping: ShippingAddress },
): Promise<Uint8Array> {
  return encryptJson(await dataKey(tx, ring, memberId), places.shipping(id), shipping)
}

type Row = {
  member_id: string
  shipping: unknown
  shipping_encrypted: Uint8Array | null
  wrapped: Uint8Array | null
}

/**
 * Where a request ships to.
 * @throws Final `vault.shredded` when its member was deleted, `vault.key-missing`, `vault.unreadable`
 */
export async function readShipping(db: Db, ring: KeyRing, requestId: string): Promise<ShippingAddress> {
  const [row] = await db<Row[]>`
    select r.member_id, r.shipping, r.shipping_encrypted, k.wrapped
    from app.purchase_request r left join app.member_key k on k.member_id = r.member_id
    where r.id = ${requestId}`
  const place = places.shipping(requestId)
  const shipping =
    row &&
    (await openField(ring, addressShape, {
      memberId: row.member_id,
      place,
      plain: row.shipping,
      encrypted: row.shipping_encrypted,
      wrapped: row.wrapped,
    }))
  if (!shipping) throw shredded()
  return shipping
}
