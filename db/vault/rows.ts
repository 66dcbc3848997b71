import { decrypt, type Key } from '../../core/vault/cipher.ts'
import type { Db } from '../client.ts'
import { encryptJson, places } from './field.ts'

/** Everything the vault can hold of one member, as its columns have it. */
type Held = {
  place: 'address' | 'shipping' | 'channel' | 'prize' | 'draw'
  id: string
  plain: unknown
  encrypted: Uint8Array | null
}

/** What the vault holds of a member, and what it does not hold yet. The vault must be locked. */
export async function heldOf(tx: Db, memberId: string): Promise<Held[]> {
  return tx<Held[]>`
    select 'address' as place, id, shipping_address as plain, address_encrypted as encrypted
    from app.member where id = ${memberId} and (shipping_address is not null or address_encrypted is not null)
    union all
    select 'shipping', id, shipping, shipping_encrypted
    from app.purchase_request where member_id = ${memberId} and (shipping is not null or shipping_encrypted is not null)
    union all
    select 'channel', id, null, sealed from app.channel where member_id = ${memberId}
    union all
    select 'prize', id, null, address_encrypted
    from app.raffle_prize where member_id = ${memberId} and address_encrypted is not null
    union all
    select 'draw', id, null, details_encrypted from app.raffle_form_request where member_id = ${memberId}`
}

async function store(tx: Db, { place, id }: Held, encrypted: Uint8Array): Promise<void> {
  if (place === 'address')
    await tx`update app.member set shipping_address = null, address_encrypted = ${encrypted} where id = ${id}`
  else if (place === 'channel') await tx`update app.channel set sealed = ${encrypted} where id = ${id}`
  else if (place === 'prize')
    await tx`update app.raffle_prize set address_encrypted = ${encrypted} where id = ${id}`
  else if (place === 'draw')
    await tx`update app.raffle_form_request set details_encrypted = ${encrypted} where id = ${id}`
  else
    await tx`
      update app.purchase_request set shipping = null, shipping_encrypted = ${encrypted} where id = ${id}`
}

/** Encrypts one value anew: what was plain, and what the old key opens. @throws Final `vault.unreadable` */
export async function renew(tx: Db, held: Held, { from, to }: { from?: Key; to: Key }): Promise<void> {
  const place = places[held.place](held.id)
  const value =
    held.encrypted && from
      ? JSON.parse(new TextDecoder().decode(await decrypt(from, place, held.encrypted)))
      : held.plain
  await store(tx, held, await encryptJson(to, place, value))
}
