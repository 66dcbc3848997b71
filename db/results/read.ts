import type { GroupResult, ResultBoard, ResultLine } from '../../core/group/result.ts'
import { type Period, periodStart } from '../../core/karma/period.ts'
import type { Db } from '../client.ts'
import { type Asked, readGroup, requireRead } from '../groups/load.ts'

/** The latest of a board, and its shops with the most results. */
const [MOST_ITEMS, MOST_LINES] = [50, 200]

type Row = Omit<GroupResult, 'at'> & { at: Date }

const storeOf = (db: Db) => db`json_build_object('id', store.id, 'slug', store.slug, 'name', store.name)`

function select(db: Db, memberId: string | null) {
  return db`
    select r.id, who.username as by, r.member_id is not distinct from ${memberId}::uuid as me, r.outcome,
      ${storeOf(db)} as store, sneaker.brand || ' ' || sneaker.name as sneaker, r.size, r.adapter,
      r.request_id is not null as shown, r.noted_at as at
    from app.group_result r
    join app.member who on who.id = r.member_id
    join app.store store on store.id = r.store_id
    left join app.sneaker sneaker on sneaker.id = r.sneaker_id`
}

const toResult = (row: Row): GroupResult => ({ ...row, at: row.at.toISOString() })

/** One that is there. */
export async function oneResult(
  db: Db,
  { id, memberId }: { id: string; memberId: string },
): Promise<GroupResult> {
  const [row] = await db<Row[]>`${select(db, memberId)} where r.id = ${id}`
  if (!row) throw new Error('a result that was just written is there')
  return toResult(row)
}

type Of = { groupId: string; since: Date | null }

const within = (db: Db, { groupId, since }: Of) =>
  db`r.group_id = ${groupId} and (${since}::timestamptz is null or r.noted_at >= ${since}::timestamptz)`

async function linesOf(db: Db, of: Of): Promise<ResultLine[]> {
  return db<ResultLine[]>`
    select ${storeOf(db)} as store, counted.adapter, counted.wins, counted.losses, counted.shown
    from (
      select r.store_id, r.adapter, count(*) filter (where r.outcome = 'win')::int as wins,
        count(*) filter (where r.outcome = 'loss')::int as losses,
        count(r.request_id)::int as shown
      from app.group_result r where ${within(db, of)} group by r.store_id, r.adapter) counted
    join app.store store on store.id = counted.store_id
    order by counted.wins + counted.losses desc, counted.wins desc, store.name, counted.adapter limit ${MOST_LINES}`
}

/**
 * Wins and losses of a group, per shop and adapter, and the latest of them.
 * @throws Final `group.not-found`, `group.gate`
 */
export async function readResults(
  db: Db,
  { period, ...asked }: Asked & { period: Period },
): Promise<ResultBoard> {
  const { id: groupId } = requireRead(await readGroup(db, asked))
  const of = { groupId, since: periodStart(period, asked.now) }
  const [sums] = await db<{ wins: number; losses: number }[]>`
    select count(*) filter (where r.outcome = 'win')::int as wins,
      count(*) filter (where r.outcome = 'loss')::int as losses
    from app.group_result r where ${within(db, of)}`
  const rows = await db<Row[]>`
    ${select(db, asked.memberId)} where ${within(db, of)} order by r.id desc limit ${MOST_ITEMS}`
  return {
    ...{ period, wins: sums?.wins ?? 0, losses: sums?.losses ?? 0 },
    ...{ lines: await linesOf(db, of), items: rows.map(toResult) },
  }
}
