import type { Position } from '../../core/cell/disk.ts'
import type { Happening, HappeningKind, RsvpAnswer } from '../../core/happening/shape.ts'
import type { Store } from '../../core/restock/shape.ts'
import { storeJson } from '../catalog/json.ts'
import type { Db } from '../client.ts'
import { metresFrom, type PlaceEngine, type PlacesOf } from '../places/engine.ts'

export type HappeningsAsked = {
  /** Whose answers are told; null of one who is not signed in. */
  memberId: string | null
  /** Those that are not over then, and start before. */
  from?: Date
  to?: Date
  /** Around a place; without it everywhere. */
  near?: { from: Position; metres: number; engine: PlaceEngine }
  id?: string
  limit?: number
}

type Row = Omit<Happening, 'author' | 'mine' | 'starts_at' | 'ends_at' | 'updated_at' | 'metres'> & {
  username: string | null
  member_id: string | null
  answer: RsvpAnswer | null
  metres: number | null
  starts_at: Date
  ends_at: Date | null
  updated_at: Date
}

type Part = { kind: HappeningKind | 'announced'; place: PlacesOf }

function placed(db: Db, { near }: HappeningsAsked, place: PlacesOf) {
  const metres = near ? metresFrom(db, place, near.from) : db`null::float8`
  const within = near ? near.engine.within(db, place, near) : db`true`
  return { metres, within }
}

/** Over a moment after it began where nobody said when it ends: a shop's release is a line for a while. */
const HOUR = 3600

function timely(db: Db, { from, to }: HappeningsAsked, part: Part['kind']) {
  const at = { announced: 'happening.starts_at', release: 'r.releases_at', drop: 'd.opens_at' }
  const starts = db(at[part === 'release' || part === 'drop' ? part : 'announced'])
  const ends =
    part === 'release'
      ? db`${starts} + case r.precision when 'date' then interval '1 day' else ${HOUR} * interval '1 s' end`
      : part === 'drop'
        ? db`${starts} + ${HOUR} * interval '1 s'`
        : db`happening.ends_at`
  return db`${from ? db`${ends} > ${from}` : db`true`} and ${to ? db`${starts} < ${to}` : db`true`}`
}

const only = (db: Db, column: string, { id }: HappeningsAsked) =>
  id === undefined ? db`true` : db`${db(column)} = ${id}`

/** Whom the reader keeps out of their way, or who keeps the reader out, announces nothing to them. */
function unblocked(db: Db, { memberId }: HappeningsAsked) {
  if (memberId === null) return db`true`
  return db`(happening.member_id is null or happening.member_id not in (
    select other_id from app.member_block where member_id = ${memberId}::uuid
    union all select member_id from app.member_block where other_id = ${memberId}::uuid and kind = 'block'))`
}

function announced(db: Db, asked: HappeningsAsked) {
  const { metres, within } = placed(db, asked, 'happening')
  return db`
    select happening.id, happening.kind, happening.title, happening.text, happening.member_id, happening.store_id,
      happening.place as place_name, happening.latitude, happening.longitude, ${metres} as metres,
      happening.starts_at, happening.ends_at, false as whole_day, happening.zone,
      '/events/' || happening.id as path, happening.cancelled, happening.revision, happening.updated_at
    from app.happening happening
    where happening.hidden_at is null and ${unblocked(db, asked)} and ${only(db, 'happening.id', asked)}
      and ${timely(db, asked, 'announced')} and ${within}`
}

function releases(db: Db, asked: HappeningsAsked) {
  const { metres, within } = placed(db, asked, 'store')
  return db`
    select r.id, 'release', concat_ws(' ', p.brand, p.name), p.colorway, null::uuid, store.id, null, store.latitude,
      store.longitude, ${metres}, r.releases_at, null::timestamptz, r.precision = 'date', r.zone,
      '/sneakers/' || p.id, r.cancelled, r.revision, r.updated_at
    from app.release r join app.store store on store.id = r.store_id join app.sneaker p on p.id = r.sneaker_id
    where store.latitude is not null and ${only(db, 'r.id', asked)} and ${timely(db, asked, 'release')} and ${within}`
}

function drops(db: Db, asked: HappeningsAsked) {
  const { metres, within } = placed(db, asked, 'store')
  return db`
    select d.id, 'drop', d.title, '', null::uuid, store.id, null, store.latitude, store.longitude, ${metres},
      d.opens_at, null::timestamptz, false, store.time_zone, '/drops/' || d.slug, false, d.revision, d.updated_at
    from app.drop d join app.store store on store.id = d.store_id
    where store.latitude is not null and ${only(db, 'd.id', asked)} and ${timely(db, asked, 'drop')} and ${within}`
}

function toHappening({ username, member_id, answer, ...row }: Row, memberId: string | null): Happening {
  return {
    ...row,
    author: username === null ? null : { username },
    metres: row.metres === null ? null : Math.round(row.metres),
    starts_at: row.starts_at.toISOString(),
    ends_at: row.ends_at?.toISOString() ?? null,
    updated_at: row.updated_at.toISOString(),
    mine: { author: member_id !== null && member_id === memberId, answer },
  }
}

/** What goes on, the soonest first: what members announced, what comes out at shops, and SNPD's drops. */
export async function listHappenings(db: Db, asked: HappeningsAsked): Promise<Happening[]> {
  const counted = (answer: RsvpAnswer) => db`
    (select count(*)::int4 from app.rsvp a where a.happening_id = h.id and a.answer = ${answer})`
  const rows = await db<(Row & { store: Store | null })[]>`
    select h.id, h.kind, h.title, h.text, h.place_name, h.latitude, h.longitude, h.metres, h.starts_at, h.ends_at,
      h.whole_day, h.zone, h.path, h.cancelled, h.revision, h.updated_at, h.member_id, m.username,
      case when store.id is null then null else ${storeJson(db)} end as store,
      ${counted('going')} as going, ${counted('maybe')} as maybe,
      (select a.answer from app.rsvp a where a.happening_id = h.id and a.member_id = ${asked.memberId}::uuid) as answer
    from (${announced(db, asked)} union all ${releases(db, asked)} union all ${drops(db, asked)}) h
    left join app.store store on store.id = h.store_id
    left join app.member m on m.id = h.member_id
    order by h.starts_at, h.id limit ${asked.limit ?? 200}`
  return rows.map((row) => toHappening(row, asked.memberId))
}
