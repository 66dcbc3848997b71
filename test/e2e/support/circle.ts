import { uuidv7 } from '../../../core/id.ts'
import type { Sql } from '../../../db/client.ts'
import { noteActive } from '../../../db/ring/active.ts'

const at = (ids: readonly string[], n: number) => ids[n % ids.length] ?? ''

async function addMembers(sql: Sql, count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, () => uuidv7()).map((id) => ({
    id,
    username: `m_${id.slice(-12)}`,
  }))
  await sql`insert into app.member ${sql(rows)}`
  return rows.map(({ id }) => id)
}

type Seen = { by: string; confirmers: readonly string[] }

/** Reports of three days ago that these confirmed. */
async function addSeen(sql: Sql, all: readonly Seen[]): Promise<void> {
  const [place] = await sql<{ sneaker_id: string; store_id: string }[]>`
    select (select id from app.sneaker limit 1) as sneaker_id, (select id from app.store limit 1) as store_id`
  const when = new Date(Date.now() - 3 * 86_400_000)
  const rows = all.map(({ by, confirmers }) => ({
    id: uuidv7(),
    by,
    confirmers: confirmers.filter((id) => id !== by),
  }))
  await sql`insert into app.restock ${sql(
    rows.map(({ id, by }) => ({
      ...{ id, size: '10', reported_by: by, reported_at: when, confirmed_at: when },
      ...{ sneaker_id: place?.sneaker_id ?? '', store_id: place?.store_id ?? '' },
    })),
  )}`
  await sql`insert into app.restock_confirmation ${sql(
    rows.flatMap(({ id, confirmers }) =>
      confirmers.map((member_id) => ({ restock_id: id, member_id, confirmed_at: when })),
    ),
  )}`
  const memberIds = [...new Set(rows.flatMap(({ by, confirmers }) => [by, ...confirmers]))]
  await noteActive(sql, { memberIds, now: when })
}

/** A past in which this member and four others confirmed each other and nobody else did, beside a town that is as it should be. */
export async function closeCircle(sql: Sql, username: string): Promise<void> {
  const [self] = await sql<{ id: string }[]>`select id from app.member where username = ${username}`
  const ring = [self?.id ?? '', ...(await addMembers(sql, 4))]
  const town = await addMembers(sql, 30)
  const inside = Array.from({ length: 25 }, (_, n) => ({
    by: at(ring, n),
    confirmers: [at(ring, n + 1 + (n % 4))],
  }))
  const outside = Array.from({ length: 240 }, (_, n) => ({
    by: at(town, n),
    confirmers: [at(town, n + 1 + 3 * Math.floor(n / 30))],
  }))
  await addSeen(sql, [...inside, ...outside])
}
