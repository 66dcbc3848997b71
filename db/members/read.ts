import type { Role } from '../../core/member/role.ts'
import type { Member, ShippingAddress } from '../../core/member/shape.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import { toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import { openAddress } from '../vault/address.ts'
import { paidFirst } from './wallets.ts'

type Row = {
  id: string
  username: string
  role: Role
  email: string | null
  shipping_address: unknown
  address_encrypted: Uint8Array | null
  wrapped: Uint8Array | null
  created_at: Date
  wallets: Uint8Array[]
  paid_to: Uint8Array | null
  has_password: boolean
  balance: bigint
  earned: bigint
  block: number
}

/**
 * A member as oneself, wallets in the order they were linked, karma as mirrored from the chain at this moment;
 * undefined for one who left.
 * @throws Final `vault.*` when the address cannot be opened
 */
export async function readMember(db: Db, ring: KeyRing, id: string): Promise<Member | undefined> {
  const [row] = await db<Row[]>`
    select m.id, m.username, m.role, m.email, m.created_at,
      m.shipping_address, m.address_encrypted, k.wrapped, m.password_hash is not null as has_password,
      (array_agg(w.address order by ${paidFirst(db)}))[1] as paid_to,
      coalesce(array_agg(w.address order by w.linked_at, w.address) filter (where w.address is not null), '{}') as wallets,
      coalesce(sum(a.balance), 0) as balance, coalesce(sum(a.earned), 0) as earned,
      coalesce((select block_number from chain.cursor), 0)::float8 as block
    from app.member m
    left join app.member_key k on k.member_id = m.id
    left join app.wallet w on w.member_id = m.id
    left join chain.account a on a.address = w.address
    where m.id = ${id} and m.deleted_at is null
    group by m.id, k.member_id`
  return row && toMember(row, await openAddress(ring, row))
}

function toMember(row: Row, address: ShippingAddress | null): Member {
  return {
    id: row.id,
    username: row.username,
    role: row.role,
    email: row.email,
    wallets: row.wallets.map(toHex),
    paid_to: row.paid_to && toHex(row.paid_to),
    has_password: row.has_password,
    karma_balance: row.balance.toString(),
    karma_earned: row.earned.toString(),
    karma_block: row.block,
    shipping_address: address,
    created_at: row.created_at.toISOString(),
  }
}
