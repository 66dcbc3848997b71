import type { MemberExport } from '../../core/member/export.ts'
import type { Db } from '../client.ts'

type Row = Omit<MemberExport['draw_entries'][number], 'at'> & { at: Date }

/** Every draw of a shop that a member entered through SNPD, oldest first. */
export async function exportDrawEntries(db: Db, memberId: string): Promise<MemberExport['draw_entries']> {
  const rows = await db<Row[]>`
    select draw, title, state, outcome, at from app.raffle_form_entry where member_id = ${memberId} order by at`
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** The shop keeps the entry; what SNPD knows of it goes with the member. */
export async function forgetDrawEntries(tx: Db, memberId: string): Promise<void> {
  await tx`delete from app.raffle_form_entry where member_id = ${memberId}`
}
