import { once } from 'node:events'
import { getResolution } from 'h3-js'
import type { Sql } from '../../../db/client.ts'
import { createdMs, idOf, type World } from './world.ts'

const MEMBERS = 50_000
/** Who wrote, and who reads. */
export const memberId = (nth: number) =>
  `00000000-0000-7000-8000-${(nth % MEMBERS).toString(16).padStart(12, '0')}`
const words =
  'line moves again at the corner, sizes nine to eleven left, two guards, cash only, be kind to staff'
const LINES = 10_000

function line(world: World, nth: number, hasPostgis: boolean): string {
  const cell = world.cells[world.told[nth] ?? 0] ?? ''
  const [latitude, longitude] = [world.latitude[nth], world.longitude[nth]]
  const row = [
    ...[idOf(world, nth), memberId(nth * 7919), 'intel', words.slice(nth % 40), nth % 3 === 0, 'Somewhere'],
    ...[
      BigInt(`0x${cell}`),
      getResolution(cell),
      world.likes[nth],
      world.up[nth],
      world.down[nth],
      world.hot[nth],
    ],
    ...[new Date(createdMs(world, nth)).toISOString(), latitude, longitude],
  ]
  return `${row.join('\t')}${hasPostgis ? `\tSRID=4326;POINT(${longitude} ${latitude})` : ''}\n`
}

async function copy(sql: Sql, world: World, hasPostgis: boolean): Promise<void> {
  const columns = `id, member_id, kind, text, anonymous, place_name, published, resolution, likes, up, down, hot, created_at,
    latitude, longitude${hasPostgis ? ', geog' : ''}`
  await sql.begin(async (tx) => {
    // The keys are right: they are made here. Looking each of them up would be most of the time.
    await tx`set local session_replication_role = replica`
    const into = await tx.unsafe(`copy app.post (${columns}) from stdin`).writable()
    for (let from = 0; from < world.count; from += LINES) {
      const length = Math.min(LINES, world.count - from)
      const text = Array.from({ length }, (_, nth) => line(world, from + nth, hasPostgis)).join('')
      if (!into.write(text)) await once(into, 'drain')
    }
    const finished = once(into, 'finish')
    into.end()
    await finished
  })
}

/** Without its indexes while the work is done: they are built at once afterwards. */
async function withoutIndexes(sql: Sql, work: () => Promise<void>): Promise<void> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'app' and tablename = 'post' and indexname <> 'post_pkey'`
  for (const { name } of indexes) await sql`drop index ${sql(`app.${name}`)}`
  await work()
  await sql`set maintenance_work_mem = '512MB'`
  for (const { definition } of indexes) await sql.unsafe(definition)
}

/**
 * Writes the world, each post with the exact position that the peers search by, which the product never has.
 * Then the newest posts get an answer each: what is read most has just been written, and is on no page that a vacuum saw.
 * @param sql a superuser's only connection
 */
export async function fill(sql: Sql, world: World, hasPostgis: boolean): Promise<void> {
  await sql`alter table app.post add column latitude float8, add column longitude float8`
  if (hasPostgis) await sql`alter table app.post add column geog geography(point, 4326)`
  await sql`insert into app.member (id, username)
    select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'bench_' || n
    from generate_series(0, ${MEMBERS - 1}::int) n`
  await withoutIndexes(sql, () => copy(sql, world, hasPostgis))
  await sql`vacuum (analyze) app.post`
  await sql`update app.post set replies = 1 where id >= ${idOf(world, Math.floor(world.count * 0.98))}::uuid`
  await sql`analyze app.member`
}
