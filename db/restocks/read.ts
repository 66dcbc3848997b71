import { type Tie, tellTie } from '../../core/karma/ring/tie.ts'
import { confidenceOf } from '../../core/restock/confidence.ts'
import type { Restock, Sneaker, Store } from '../../core/restock/shape.ts'
import { sneakerJson, storeJson } from '../catalog/json.ts'
import type { Db } from '../client.ts'
import { isOpen } from './current.ts'
import { type RestockFilter, whereRestock } from './filter.ts'

type Derived =
  | ('timestamp' | 'confirmed_at' | 'seen_at' | 'ended_at')
  | ('reported_by' | 'not_counted' | 'confidence' | 'latency_ms')

type Row = Omit<Restock, Derived> & {
  reported_at: Date
  confirmed_at: Date | null
  asked_at: Date | null
  seen_at: Date | null
  ended_at: Date | null
  /** null: nobody reported it */
  username: string | null
  /** what a monitor's reading is worth */
  monitor: number | null
  tie: Tie | null
  sneaker: Sneaker
  store: Store
}

const iso = (time: Date | null) => time?.toISOString() ?? null

function toRestock({ reported_at, asked_at, seen_at, username, monitor, tie, ...row }: Row): Restock {
  const members = row.confirmations + (username === null ? 0 : 1)
  return {
    ...row,
    timestamp: reported_at.toISOString(),
    confidence: confidenceOf({ monitor, members }),
    seen_at: iso(seen_at),
    latency_ms: asked_at && seen_at && seen_at.getTime() - asked_at.getTime(),
    ended_at: iso(row.ended_at),
    confirmed_at: iso(row.confirmed_at),
    reported_by: username === null ? null : { username },
    not_counted: tie && tellTie(tie),
  }
}

type Reader = {
  /** The reader; null when not signed in. */
  memberId: string | null
  /** The moment that `open` is of; this one by default. */
  now?: Date
}

/** The columns of a restock as its reader sees it; the caller adds `where`, `order by` and `limit`. */
function selectRestock(db: Db, { memberId, now = new Date() }: Reader) {
  return db`
    select r.id, r.sneaker_id, r.store_id, r.size, r.price_minor, r.currency, r.reported_at, r.confirmed_at, r.source, r.state,
      coalesce(r.note, (select c.note from app.restock_confirmation c
        where c.restock_id = r.id and c.note is not null order by c.confirmed_at limit 1)) as note,
      r.confidence as monitor, r.evidence, r.asked_at, r.seen_at, r.ended_at, ${isOpen(db, now)} as open,
      case when r.reported_by is not null then coalesce(reporter.username, 'deleted member') end as username,
      ${sneakerJson(db)} as sneaker, ${storeJson(db)} as store,
      (select count(*)::int from app.restock_confirmation c where c.restock_id = r.id and c.not_counted is null) as confirmations,
      coalesce((select json_agg(json_build_object('id', p.id, 'width', p.width, 'height', p.height) order by p.id)
        from app.restock_photo of join app.photo p on p.id = of.photo_id where of.restock_id = r.id), '[]') as photos,
      coalesce(r.reported_by = ${memberId}::uuid, false) as mine,
      exists (select from app.restock_confirmation c
        where c.restock_id = r.id and c.member_id = ${memberId}::uuid) as confirmed_by_me,
      (select c.not_counted from app.restock_confirmation c
        where c.restock_id = r.id and c.member_id = ${memberId}::uuid) as tie
    from app.restock r
    join app.sneaker sneaker on sneaker.id = r.sneaker_id
    join app.store store on store.id = r.store_id
    left join app.member reporter on reporter.id = r.reported_by`
}

export type RestockPage = Reader & {
  limit: number
  /** Id of the last restock of the page before. */
  before?: string | undefined
  filter?: RestockFilter
}

/** Newest first, by id: ids are UUIDv7, so a page does not shift while new reports come in. */
export async function listRestocks(db: Db, page: RestockPage): Promise<Restock[]> {
  const { limit, before, filter = {}, now = new Date() } = page
  const older = before ? db`and r.id < ${before}::uuid` : db``
  const rows = await db<Row[]>`
    ${selectRestock(db, page)} where ${whereRestock(db, filter, now)} ${older} order by r.id desc limit ${limit}`
  return rows.map(toRestock)
}

export async function getRestock(
  db: Db,
  { id, ...reader }: Reader & { id: string },
): Promise<Restock | undefined> {
  const [row] = await db<Row[]>`${selectRestock(db, reader)} where r.id = ${id}::uuid`
  return row && toRestock(row)
}
