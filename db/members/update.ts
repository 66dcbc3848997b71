import type { Final } from '../../core/errors.ts'
import type { ShippingAddress } from '../../core/member/shape.ts'
import type { Db } from '../client.ts'
import { lockMember } from './lock.ts'
import { takenEmail, takenName } from './taken.ts'

export type MemberChange = {
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
 * Changes what a member may change of oneself, all or nothing; an absent field stays as it is. Inside a transaction.
 * @throws Final `member.username-taken`, `member.email-taken`
 */
export async function updateMember(tx: Db, id: string, change: MemberChange): Promise<void> {
  const { username, email, shipping_address: address } = change
  await lockMember(tx, id)
  if (username !== undefined)
    await tx`update app.member set username = ${username} where id = ${id}`.catch(explain)
  if (email !== undefined) await tx`update app.member set email = ${email} where id = ${id}`.catch(explain)
  if (address !== undefined)
    await tx`update app.member set shipping_address = ${address && tx.json(address)} where id = ${id}`
}
