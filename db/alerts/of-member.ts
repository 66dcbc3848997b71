import type { MemberExport } from '../../core/member/export.ts'
import type { Db } from '../client.ts'

type Row = Omit<MemberExport['alerts'][number], 'at'> & { at: Date }

/** Every alert that is the member's own and still in the log, oldest first. */
export async function exportAlerts(db: Db, memberId: string): Promise<MemberExport['alerts']> {
  const rows = await db<Row[]>`
    select id, kind, at, request_id, award_id, raffle_id::text as raffle_id, trade_id, ring_id, state
    from app.alert where member_id = ${memberId} order by seq`
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** What was said to the member alone goes with the member. */
export async function forgetAlerts(tx: Db, memberId: string): Promise<void> {
  await tx`delete from app.alert where member_id = ${memberId}`
}
