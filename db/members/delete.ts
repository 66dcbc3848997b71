import type { KeyRing } from '../../core/vault/keys.ts'
import { lockCategories } from '../awards/lock.ts'
import type { Db, Sql } from '../client.ts'
import { cancelAll, keepLookups, scrubPurchases } from '../purchases/scrub.ts'
import { forgetRelayed } from '../relay/forget.ts'
import { forgetRing } from '../ring/forget.ts'
import { endSessions } from '../sessions/end.ts'
import { inTransaction } from '../transaction.ts'
import { shred } from '../vault/shred.ts'
import { lockMember } from './lock.ts'
import { restWallets } from './rest.ts'

/** Awards that no batch holds are forfeited. What a batch holds is minted: its content is a row of its own. */
async function forgetAwards(tx: Db, memberId: string): Promise<void> {
  // Others' confirmations write a scout's award without the scout's lock: those under way are waited for. After the rows
  // that a confirmation or a decision locks before it asks for this, so that neither waits for the other.
  await lockCategories(tx, ['intel'])
  await tx`delete from app.award where member_id = ${memberId}`
  await tx`delete from app.standing where member_id = ${memberId}`
}

async function forgetSessions(tx: Db, memberId: string): Promise<void> {
  await endSessions(tx, memberId)
  await tx`delete from app.confirmation where member_id = ${memberId}`
  await tx`
    delete from app.login_attempt using app.member m
    where m.id = ${memberId} and subject in
      ('login:' || lower(m.username), 'login:' || lower(m.email), 'confirm:' || m.id)`
}

async function forget(tx: Db, ring: KeyRing, memberId: string): Promise<void> {
  await lockMember(tx, memberId)
  await cancelAll(tx, memberId)
  await scrubPurchases(tx, memberId)
  await forgetRelayed(tx, memberId)
  await forgetSessions(tx, memberId)
  await restWallets(tx, { memberId, forget: true })
  await forgetRing(tx, memberId)
  await keepLookups(tx, ring, memberId)
  await shred(tx, memberId)
  await tx`delete from app.notification_setting where member_id = ${memberId}`
  // The report itself is the community's: others confirmed it. Its free text is the member's.
  await tx`update app.restock set note = null where reported_by = ${memberId}`
  // That something was challenged, and what came of it, is the community's too.
  await tx`update app.challenge set reason = '' where member_id = ${memberId}`
  await forgetAwards(tx, memberId)
  await tx`
    update app.member set username = null, email = null, password_hash = null, password_is_short = false,
      role = 'member', unlisted = false, deleted_at = now() where id = ${memberId}`
}

/**
 * Deletes a member, in one transaction. What is left is a row without a name, so that reports, confirmations and fences
 * keep their other end; a checkout past its fence goes on and is emptied when it ends (`resolveFence`). Sessions kept
 * elsewhere are the caller's to end.
 * @throws Final `auth.required` when the member is gone already, `vault.*`
 */
export async function deleteMember(sql: Sql, ring: KeyRing, memberId: string): Promise<void> {
  await inTransaction(sql, (tx) => forget(tx, ring, memberId))
}
