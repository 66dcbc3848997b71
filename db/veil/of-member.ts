import type { MemberExport } from '../../core/member/export.ts'
import { cellText } from '../../core/veil/span.ts'
import type { Db } from '../client.ts'
import { standOf } from './viewer.ts'

type Row = { cell: bigint; since: string; seen: string }

/** Where a member was these 30 days, and from where they look now. */
export async function exportCells(db: Db, memberId: string): Promise<MemberExport['cells']> {
  const rows = await db<Row[]>`
    select cell, since::text, seen::text from app.member_cell where member_id = ${memberId} order by seen, cell`
  const stand = await standOf(db, memberId)
  return {
    viewing: stand ? { cell: stand.cell, seen_at: stand.seenAt.toISOString() } : null,
    active: rows.map((row) => ({ ...row, cell: cellText(row.cell) })),
  }
}

export async function forgetCells(tx: Db, memberId: string): Promise<void> {
  await tx`delete from app.member_cell where member_id = ${memberId}`
  await tx`delete from app.viewer_cell where member_id = ${memberId}`
}
