import { addressShape, type ShippingAddress } from '../../core/member/shape.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db } from '../client.ts'
import { encryptJson, openField, places } from './field.ts'
import { dataKey, lockVault } from './key.ts'

type AddressRow = {
  id: string
  shipping_address: unknown
  address_encrypted: Uint8Array | null
  wrapped: Uint8Array | null
}

/** A member's shipping address from the columns of app.member and app.member_key. @throws Final `vault.*` */
export function openAddress(ring: KeyRing, row: AddressRow): Promise<ShippingAddress | null> {
  const { id, shipping_address: plain, address_encrypted: encrypted, wrapped } = row
  return openField(ring, addressShape, {
    memberId: id,
    place: places.address(id),
    plain,
    encrypted,
    wrapped,
  })
}

/**
 * Keeps a member's shipping address, or forgets it; in the caller's transaction.
 * @throws Final `vault.shredded`, `vault.key-missing`, `vault.unreadable`
 */
export async function writeAddress(
  tx: Db,
  ring: KeyRing,
  { memberId, address }: { memberId: string; address: ShippingAddress | null },
): Promise<void> {
  await lockVault(tx, memberId)
  const encrypted =
    address && (await encryptJson(await dataKey(tx, ring, memberId), places.address(memberId), address))
  await tx`
    update app.member set shipping_address = null, address_encrypted = ${encrypted} where id = ${memberId}`
}
