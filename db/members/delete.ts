import type { KeyRing } from '../../core/vault/keys.ts'
import { forgetAlerts } from '../alerts/of-member.ts'
import { forfeitAwards } from '../awards/forfeit.ts'
import type { Db, Sql } from '../client.ts'
import { forgetDeliveries } from '../deliveries/of-member.ts'
import { forgetGroups } from '../groups/of-member.ts'
import { forgetHappenings } from '../happenings/of-member.ts'
import { forgetModeration } from '../moderation/of-member.ts'
import { forgetPhotos } from '../photos/of-member.ts'
import { forgetPosts } from '../posts/forget.ts'
import { cancelAll, keepLookups, scrubPurchases } from '../purchases/scrub.ts'
import { forgetDrawEntries } from '../raffle-forms/of-member.ts'
import { forgetRaffles } from '../raffles/of-member.ts'
import { forgetRelayed } from '../relay/forget.ts'
import { forgetRing } from '../ring/forget.ts'
import { endSessions } from '../sessions/end.ts'
import { forgetTrading } from '../trades/of-member.ts'
import { inTransaction } from '../transaction.ts'
import { shred } from '../vault/shred.ts'
import { forgetCells } from '../veil/of-member.ts'
import { lockMember } from './lock.ts'
import { restWallets } from './rest.ts'

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
  await forgetDrawEntries(tx, memberId)
  await forgetRaffles(tx, memberId)
  await forgetAlerts(tx, memberId)
  await forgetDeliveries(tx, memberId)
  await forgetGroups(tx, { memberId, now: new Date() })
  await forgetHappenings(tx, memberId)
  await forgetTrading(tx, { memberId, now: new Date() })
  await forgetSessions(tx, memberId)
  await restWallets(tx, { memberId, forget: true })
  await forgetRing(tx, memberId)
  await forgetModeration(tx, memberId)
  await keepLookups(tx, ring, memberId)
  await shred(tx, memberId)
  await tx`delete from app.notification_setting where member_id = ${memberId}`
  // The report itself is the community's: others confirmed it. Its free text is the member's.
  await tx`update app.restock set note = null where reported_by = ${memberId}`
  await tx`update app.restock_confirmation set note = null where member_id = ${memberId}`
  await forgetPosts(tx, { memberId, now: new Date() })
  await forgetPhotos(tx, memberId)
  await forgetCells(tx, memberId)
  // That something was challenged, and what came of it, is the community's too.
  await tx`update app.challenge set reason = '' where member_id = ${memberId}`
  // After the rows that a confirmation or a decision locks before it asks for this one's locks: neither waits for the other.
  await forfeitAwards(tx, { memberId, now: new Date() })
  await tx`delete from app.standing where member_id = ${memberId}`
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
