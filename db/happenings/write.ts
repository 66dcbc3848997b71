import { parseCell } from '../../core/cell/cell.ts'
import { middleOf } from '../../core/cell/disk.ts'
import { Final } from '../../core/errors.ts'
import { MOST_AHEAD_DAYS, MOST_DAYS } from '../../core/happening/limits.ts'
import type { HappeningInput } from '../../core/happening/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Db, Sql } from '../client.ts'
import { featureNow } from '../features/now.ts'
import { lockMember } from '../members/lock.ts'
import { passFilters } from '../moderation/pass.ts'
import { inTransaction } from '../transaction.ts'

export type Announcing = { memberId: string; input: HappeningInput; now: Date }

const DAY_MS = 86_400_000

/** @throws Final `happening.when` */
function requireSoon({ starts_at, ends_at }: HappeningInput, now: Date): void {
  const [start, end] = [Date.parse(starts_at), Date.parse(ends_at)]
  const isFine =
    end > now.getTime() &&
    end - start <= MOST_DAYS * DAY_MS &&
    start - now.getTime() <= MOST_AHEAD_DAYS * DAY_MS
  if (isFine) return
  throw new Final({
    code: 'happening.when',
    message: 'It is over already, takes too long, or is too far ahead.',
    fix: `Choose a start within ${MOST_AHEAD_DAYS} days and an end within ${MOST_DAYS} days of it.`,
  })
}

/** @throws Final `happening.too-many` */
async function requireRoom(tx: Db, { memberId, now }: Announcing): Promise<void> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int4 as count from app.happening
    where member_id = ${memberId} and created_at > ${new Date(now.getTime() - DAY_MS)}`
  const most = await featureNow(tx, 'app.events.a-day')
  if ((row?.count ?? 0) < most) return
  throw new Final({
    code: 'happening.too-many',
    message: `You announced ${row?.count} within a day, and members voted for ${most} at most.`,
    fix: most === 0 ? 'Propose another number under Votes.' : 'Announce the next one tomorrow.',
  })
}

type Located = {
  store_id: string | null
  place: string | null
  cell: string | null
  latitude: number
  longitude: number
  zone: string
}

/** Where it is: exactly where the shop is, else in the middle of the cell. @throws Final `catalog.unknown`, `cell.invalid` */
async function locate(tx: Db, { store_id, place, time_zone = 'UTC' }: HappeningInput): Promise<Located> {
  if (place) {
    const cell = parseCell(place.cell, 'door')
    return { store_id: null, place: place.name, cell, ...middleOf(cell), zone: time_zone }
  }
  const [store] = await tx<{ latitude: number; longitude: number; zone: string }[]>`
    select latitude, longitude, time_zone as zone from app.store
    where id = ${store_id ?? null} and latitude is not null`
  if (store && store_id) return { store_id, place: null, cell: null, ...store }
  throw new Final({
    code: 'catalog.unknown',
    message: 'This shop is not in the catalogue, or is only in the web.',
    fix: 'Choose one of /api/stores that has a place, or name a place.',
  })
}

/**
 * Words are judged as a post's are. Nobody looks at an event before it is seen, so what a filter would hold is refused.
 * @throws Final `moderation.muted`, `moderation.filtered`, `moderation.link`
 */
async function requireWords(tx: Db, { memberId, input, now }: Announcing): Promise<void> {
  const text = [input.title, input.place?.name, input.text].filter(Boolean).join('\n')
  if ((await passFilters(tx, { memberId, text, now })) === 'pass') return
  throw new Final({
    code: 'moderation.filtered',
    message: 'Moderators look at words like these first, and an event does not wait for them.',
    fix: 'Say it in other words, or as a post.',
  })
}

async function announce(tx: Db, announcing: Announcing): Promise<string> {
  const { memberId, input, now } = announcing
  requireSoon(input, now)
  await lockMember(tx, memberId)
  await requireWords(tx, announcing)
  await requireRoom(tx, announcing)
  const { kind, title, text, starts_at, ends_at } = input
  const id = uuidv7(now.getTime())
  const row = { id, member_id: memberId, kind, title, text, ...(await locate(tx, input)) }
  await tx`
    insert into app.happening ${tx({ ...row, starts_at, ends_at, updated_at: now, created_at: now })}`
  return id
}

/**
 * Announces a meet-up or a line. @returns its id
 * @throws Final `moderation.*`, `happening.when`, `happening.too-many`, `catalog.unknown`, `cell.invalid`, `auth.required`
 */
export async function announceHappening(sql: Sql, announcing: Announcing): Promise<string> {
  return inTransaction(sql, (tx) => announce(tx, announcing))
}

/** Calls one's own off; it stays to be seen as called off. @throws Final `happening.not-found` */
export async function cancelHappening(
  db: Db,
  { id, memberId, now }: { id: string; memberId: string; now: Date },
): Promise<void> {
  const done = await db`
    update app.happening set cancelled = true, updated_at = ${now},
      revision = case when cancelled then revision else revision + 1 end
    where id = ${id} and member_id = ${memberId}`
  if (done.count === 0) throw unknownHappening()
}

export function unknownHappening(): Final {
  return new Final({
    code: 'happening.not-found',
    message: 'There is no such event.',
    fix: 'Choose one of /api/happenings.',
  })
}
