import type { Db } from '../client.ts'

/** Forgets what could tie a member who leaves to anyone, and what they appealed. After their wallets were taken. */
export async function forgetRing(tx: Db, memberId: string): Promise<void> {
  await tx`delete from app.device where member_id = ${memberId}`
  await tx`delete from app.active_day where member_id = ${memberId}`
  await tx`delete from app.wallet_tie where member_id = ${memberId} or other_id = ${memberId}`
  await tx`delete from app.karma_appeal where member_id = ${memberId}`
  await tx`update app.karma_appeal set decided_by = null where decided_by = ${memberId}`
}
