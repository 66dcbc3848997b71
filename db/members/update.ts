import type { ShippingAddress } from '../../core/member/shape.ts'
import type { Db } from '../client.ts'
import { takenName } from './taken.ts'

export type MemberChange = { username?: string; shipping_address?: ShippingAddress | null }

/**
 * Changes what a member may change of oneself; an absent field stays as it is.
 * @throws Final `member.username-taken`
 */
export async function updateMember(db: Db, id: string, change: MemberChange): Promise<void> {
  const { username, shipping_address: address } = change
  if (username !== undefined) await rename(db, id, username)
  if (address !== undefined)
    await db`update app.member set shipping_address = ${address && db.json(address)} where id = ${id}`
}

async function rename(db: Db, id: string, username: string): Promise<void> {
  await db`update app.member set username = ${username} where id = ${id}`.catch(
    (error: { code?: string }) => {
      // unique_violation of member_username
      throw error.code === '23505' ? takenName() : error
    },
  )
}
