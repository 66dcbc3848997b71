import { type Tie, tellTie } from '../../core/karma/ring/tie.ts'
import type { Restock, Sneaker, Store } from '../../core/restock/shape.ts'
import { sneakerJson, storeJson } from '../catalog/json.ts'
import type { Db } from '../client.ts'

type Row = Omit<Restock, 'timestamp' | 'confirmed_at' | 'reported_by' | 'not_counted'> & {
  reported_at: Date
  confirmed_at: Date | null
  username: string
  tie: Tie | null
  sneaker: Sneaker
  store: Store
}

function toRestock({ reported_at, confirmed_at, username, tie, ...row }: Row): Restock {
  return {
    ...row,
    timestamp: reported_at.toISOString(),
    confirmed_at: confirmed_at?.toISOString() ?? null,
    reported_by: { username },
    not_counted: tie && tellTie(tie),
  }
}

/** The columns of a restock as its reader sees it; the caller adds `where`, `order by` and `limit`. */
function selectRestock(db: Db, memberId: string | null) {
  return db`
    select r.id, r.sneaker_id, r.store_id, r.size, r.price_minor, r.currency, r.note, r.reported_at, r.confirmed_at,
      coalesce(reporter.username, 'deleted member') as username, ${sneakerJson(db)} as sneaker, ${storeJson(db)} as store,
      (select count(*)::int from app.restock_confirmation c where c.restock_id = r.id and c.not_counted is null) as confirmations,
      coalesce(r.reported_by = ${memberId}::uuid, false) as mine,
      exists (select from app.restock_confirmation c
        where c.restock_id = r.id and c.member_id = ${memberId}::uuid) as confirmed_by_me,
      (select c.not_counted from app.restock_confirmation c
        where c.restock_id = r.id and c.member_id = ${memberId}::uuid) as tie
    from app.restock r
    join app.sneaker sneaker on sneaker.id = r.sneaker_id
    join app.store store on store.id = r.store_id
    join app.member reporter on reporter.id = r.reported_by`
}

export type RestockPage = {
  /** The reader; null when not signed in. */
  memberId: string | null
  limit: number
  /** Id of the last restock of the page before. */
  before?: string | undefined
}

/** Newest first, by id: ids are UUIDv7, so a page does not shift while new reports come in. */
export async function listRestocks(db: Db, { memberId, limit, before }: RestockPage): Promise<Restock[]> {
  const older = before ? db`where r.id < ${before}::uuid` : db``
  const rows = await db<Row[]>`${selectRestock(db, memberId)} ${older} order by r.id desc limit ${limit}`
  return rows.map(toRestock)
}

export async function getRestock(
  db: Db,
  { id, memberId }: { id: string; memberId: string | null },
): Promise<Restock | undefined> {
  const [row] = await db<Row[]>`${selectRestock(db, memberId)} where r.id = ${id}::uuid`
  return row && toRestock(row)
}
