import type { MemberExport } from '../../core/member/export.ts'
import type { Db } from '../client.ts'

type Row = Omit<MemberExport['photos'][number], 'created_at'> & { created_at: Date }

/** What a member photographed, and of which restock or post; the pictures themselves are at /api/photos/{id}. */
export async function exportPhotos(db: Db, memberId: string): Promise<MemberExport['photos']> {
  const rows = await db<Row[]>`
    select p.id, p.width, p.height, p.created_at, r.restock_id, o.post_id, e.trade_id
    from app.photo p left join app.restock_photo r on r.photo_id = p.id
      left join app.post_photo o on o.photo_id = p.id left join app.trade_photo e on e.photo_id = p.id
    where p.member_id = ${memberId} order by p.id`
  return rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() }))
}

/** A photo is its member's: it goes with them. */
export async function forgetPhotos(tx: Db, memberId: string): Promise<void> {
  await tx`delete from app.photo where member_id = ${memberId}`
}
