import { later } from '../../core/auth/lifetime.ts'
import { CLAIM_SECONDS } from '../../core/moderation/rules.ts'
import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { isOthers, othersCase, takeCase } from './take.ts'

export type Claiming = { id: string; by: string; now: Date }

/**
 * Takes a case for half an hour, or for another one: of two moderators one looks at it.
 * @throws Final `moderation.not-found`, `moderation.decided`, `moderation.own`, `moderation.claimed`
 */
export async function claimCase(sql: Sql, claiming: Claiming): Promise<void> {
  const { id, by, now } = claiming
  await inTransaction(sql, async (tx) => {
    const found = await takeCase(tx, claiming)
    if (isOthers(found, claiming)) throw othersCase(found.claimedUntil)
    await tx`
      update app.mod_case set claimed_by = ${by}, claimed_until = ${later(now, CLAIM_SECONDS)} where id = ${id}`
  })
}

/** Gives a case back to the queue; what one does not have stays where it is. */
export async function releaseCase(sql: Sql, { id, by }: Claiming): Promise<void> {
  await sql`
    update app.mod_case set claimed_by = null, claimed_until = null
      where id = ${id} and claimed_by = ${by} and resolved_at is null`
}
