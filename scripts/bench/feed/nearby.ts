import { feedCells } from '../../../core/feed/near.ts'
import { type FeedSort, feedSorts } from '../../../core/post/shape.ts'
import { connect, type Sql } from '../../../db/client.ts'
import { nearbyPosts } from '../../../db/feed/nearby.ts'
import { figuresOf } from '../auth/load.ts'
import { table } from '../table.ts'
import type { Ground } from './ground.ts'
import { bruteForce } from './oracle.ts'
import { earthdistance, type Peer, postgis, postgisWalking } from './peers.ts'
import { type Spot, spotsOf } from './spots.ts'
import { nthOf, type World } from './world.ts'

const PAGE = 30
const P99_MS = 10
const TIMES = 100
/** Of each order, held against a look at every post. */
const PROOFS = 15
const PEER_LOOKS = 15

type Settings = { looks: number; tell: (line: string) => void }

const look = (sql: Sql, view: string, sort: FeedSort) =>
  nearbyPosts(sql, { cells: feedCells(view), sort, before: null, limit: PAGE })

async function timed(count: number, one: (nth: number) => Promise<unknown>) {
  const times: number[] = []
  const begun = performance.now()
  for (let nth = 0; nth < count; nth++) {
    const at = performance.now()
    await one(nth)
    times.push(performance.now() - at)
  }
  return figuresOf(times, (performance.now() - begun) / 1_000)
}

/** How many pages are others than brute force finds. */
async function differing(sql: Sql, world: World, from: readonly Spot[]): Promise<number> {
  let wrong = 0
  for (const sort of feedSorts)
    for (const { view } of from) {
      const found = (await look(sql, view, sort)).map(({ id }) => nthOf(id))
      if (found.join() !== bruteForce(world, { view, sort, limit: PAGE }).join()) wrong++
    }
  return wrong
}

async function measurePeers(sql: Sql, peers: readonly Peer[], from: readonly Spot[]) {
  const rows: { name: string; p50: number; p99: number; count: number }[] = []
  for (const { name, prepare, look: one } of peers) {
    for (const statement of prepare) await sql.unsafe(statement)
    await sql`analyze app.post`
    const figures = await timed(from.length, (nth) => one(sql, from[nth] ?? { latitude: 0, longitude: 0 }))
    rows.push({ name, ...figures })
  }
  return rows
}

/** Ours in both orders and the peers, from the same places, one look after the other. */
export async function measureNearby(
  ground: Ground,
  world: World,
  { looks, tell }: Settings,
): Promise<boolean> {
  const from = spotsOf(world, looks)
  const sql = connect(ground.appUrl, { name: 'bench', max: 1 })
  try {
    const wrong = await differing(sql, world, from.slice(0, PROOFS))
    tell(`${PROOFS * 2 - wrong} of ${PROOFS * 2} pages are what a look at every post finds.`)
    const ours = []
    for (const sort of feedSorts)
      ours.push({
        name: `SNPD, ${sort}`,
        ...(await timed(looks, (nth) => look(sql, from[nth]?.view ?? '', sort))),
      })
    const peers = await measurePeers(
      ground.admin,
      ground.hasPostgis ? [postgis, postgisWalking, earthdistance] : [earthdistance],
      from.slice(0, PEER_LOOKS),
    )
    const cells = [...ours, ...peers].map(({ name, p50, p99, count }) => [
      name,
      p50.toFixed(2),
      p99.toFixed(2),
      String(count),
    ])
    for (const row of table([[`the ${PAGE} best within five miles`, 'p50 ms', 'p99 ms', 'looks'], ...cells]))
      tell(row)
    const slowest = Math.max(...ours.map(({ p50 }) => p50))
    const times = (peers.find(({ name }) => name === postgis.name)?.p50 ?? Number.POSITIVE_INFINITY) / slowest
    if (Number.isFinite(times))
      tell(`PostGIS takes ${times.toFixed(0)} times as long at the median (bar: ${TIMES}).`)
    return wrong === 0 && times >= TIMES && ours.every(({ p99 }) => p99 <= P99_MS)
  } finally {
    await sql.end()
  }
}
