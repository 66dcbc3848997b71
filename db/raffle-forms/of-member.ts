import type { MemberExport } from '../../core/member/export.ts'
import { entryDetailsShape } from '../../core/raffle-form/request.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db } from '../client.ts'
import { openField, places } from '../vault/field.ts'

type Row = Omit<MemberExport['draw_entries'][number], 'at'> & { at: Date }

/** Every draw of a shop that a member entered through SNPD, oldest first. */
export async function exportDrawEntries(db: Db, memberId: string): Promise<MemberExport['draw_entries']> {
  const rows = await db<Row[]>`
    select draw, title, state, outcome, at from app.raffle_form_entry where member_id = ${memberId} order by at`
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

type RequestRow = {
  id: string
  url: string
  state: string
  created_at: Date
  details_encrypted: Uint8Array
  wrapped: Uint8Array | null
}

/** Every draw of a shop that a member asked SNPD to enter, oldest first. @throws Final `vault.*` */
export async function exportDrawRequests(
  db: Db,
  ring: KeyRing,
  memberId: string,
): Promise<MemberExport['draw_requests']> {
  const rows = await db<RequestRow[]>`
    select r.id, r.url, r.state, r.created_at, r.details_encrypted, k.wrapped
      from app.raffle_form_request r left join app.member_key k on k.member_id = r.member_id
      where r.member_id = ${memberId} order by r.id`
  return Promise.all(
    rows.map(async ({ id, url, state, created_at, details_encrypted: encrypted, wrapped }) => ({
      ...{ id, url, state, created_at: created_at.toISOString() },
      details: await openField(ring, entryDetailsShape, {
        ...{ memberId, place: places.draw(id), plain: null, encrypted, wrapped },
      }),
    })),
  )
}

/** The shop keeps the entry; what SNPD knows of it goes with the member. */
export async function forgetDrawEntries(tx: Db, memberId: string): Promise<void> {
  await tx`delete from app.raffle_form_request where member_id = ${memberId}`
  await tx`delete from app.raffle_form_entry where member_id = ${memberId}`
}
