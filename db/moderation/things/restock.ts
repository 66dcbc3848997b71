import type { Db } from '../../client.ts'
import type { Cased, Thing, ThingKeeper } from './thing.ts'

async function setNote(tx: Db, { id, memberId }: Cased, { from, to }: Record<'from' | 'to', string | null>) {
  await tx`
    update app.restock set note = ${to}
      where id = ${id} and reported_by = ${memberId} and note is not distinct from ${from}`
  await tx`
    update app.restock_confirmation set note = ${to}
      where restock_id = ${id} and member_id = ${memberId} and note is not distinct from ${from}`
}

/** The note that is shown with a restock: of who reported it, or of the first who confirmed it with one. The pair stays. */
export const restockKeeper: ThingKeeper = {
  lock: async (tx, id) => {
    const [note] = await tx<Thing[]>`
      select r.id, null as "groupId", coalesce(r.note, c.note) as text,
        case when r.note is null then c.member_id else r.reported_by end as "memberId"
      from app.restock r left join lateral (
        select member_id, note from app.restock_confirmation
          where restock_id = r.id and note is not null order by confirmed_at limit 1) c on true
      where r.id = ${id} and coalesce(r.note, c.note) is not null for no key update of r`
    return note
  },
  hide: (tx, cased) => setNote(tx, cased, { from: cased.quote, to: null }),
  show: (tx, cased) => setNote(tx, cased, { from: null, to: cased.quote }),
}
