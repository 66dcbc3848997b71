import type { Final } from '../../core/errors.ts'
import type { ShippingAddress } from '../../core/member/shape.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { writeAddress } from '../vault/address.ts'
import { lockMember } from './lock.ts'
import { takenEmail, takenName } from './taken.ts'

export type MemberChange = {
  id: string
  username?: string
  email?: string | null
  shipping_address?: ShippingAddress | null
}

/** What a broken unique index says to whom. */
const taken: Readonly<Record<string, () => Final>> = { member_username: takenName, member_email: takenEmail }

function explain(error: { code?: string; constraint_name?: string }): never {
  const refusal = error.code === '23505' ? taken[error.constraint_name ?? ''] : undefined
  throw refusal?.() ?? error
}

/**
 * Changes what a member may change of oneself; an absent field stays as it is. All of it or nothing.
 * @throws Final `member.username-taken`, `member.email-taken`, `auth.required`, `vault.*`
 */
export async function updateMember(sql: Sql, ring: KeyRing, change: MemberChange): Promise<void> {
  const { id, username, email, shipping_address: address } = change
  await inTransaction(sql, async (tx) => {
    await lockMember(tx, id)
    if (username !== undefined)
      await tx`update app.member set username = ${username} where id = ${id}`.catch(explain)
    if (email !== undefined) await tx`update app.member set email = ${email} where id = ${id}`.catch(explain)
    if (address !== undefined) await writeAddress(tx, ring, { memberId: id, address })
  })
}
