import type { ShippingAddress } from '../../core/member/shape.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { writeAddress } from '../vault/address.ts'
import { takenName } from './taken.ts'

export type MemberChange = { id: string; username?: string; shipping_address?: ShippingAddress | null }

/**
 * Changes what a member may change of oneself; an absent field stays as it is. All of it or nothing.
 * @throws Final `member.username-taken`, `vault.*`
 */
export async function updateMember(sql: Sql, ring: KeyRing, change: MemberChange): Promise<void> {
  const { id, username, shipping_address: address } = change
  await inTransaction(sql, async (tx) => {
    if (username !== undefined) await rename(tx, id, username)
    if (address !== undefined) await writeAddress(tx, ring, { memberId: id, address })
  })
}

async function rename(db: Db, id: string, username: string): Promise<void> {
  await db`update app.member set username = ${username} where id = ${id}`.catch(
    (error: { code?: string }) => {
      // unique_violation of member_username
      throw error.code === '23505' ? takenName() : error
    },
  )
}
