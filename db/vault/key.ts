import { Final } from '../../core/errors.ts'
import type { Key } from '../../core/vault/cipher.ts'
import { type KeyRing, newDataKey, unwrapDataKey } from '../../core/vault/keys.ts'
import type { Db } from '../client.ts'

/** `wrapped` is null of a member who was shredded. */
type KeyRow = { wrapped: Uint8Array | null }

export function shredded(): Final {
  return new Final({
    code: 'vault.shredded',
    message: 'This member was deleted, and the key of what the vault held of them with it.',
  })
}

/**
 * Locks the member's row and with it all the vault holds of them: whoever writes there, or rotates its key, does this
 * first. Held until the transaction ends.
 */
export async function lockVault(tx: Db, memberId: string): Promise<void> {
  await tx`select 1 from app.member where id = ${memberId} for no key update`
}

/**
 * The member's data key, made at its first use. The vault must be locked.
 * @throws Final `vault.shredded`, `vault.key-missing`, `vault.unreadable`
 */
export async function dataKey(tx: Db, ring: KeyRing, memberId: string): Promise<Key> {
  const [row] = await tx<KeyRow[]>`select wrapped from app.member_key where member_id = ${memberId}`
  if (row?.wrapped === null) throw shredded()
  if (row) return unwrapDataKey(ring, memberId, row.wrapped)
  const { key, wrapped } = await newDataKey(ring, memberId)
  await tx`insert into app.member_key (member_id, wrapped) values (${memberId}, ${wrapped})`
  return key
}
