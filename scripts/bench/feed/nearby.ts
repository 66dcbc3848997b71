import { feedCells } from '../../../core/feed/near.ts'
import { type FeedSort, feedSorts } from '../../../core/post/shape.ts'
import { connect, type Sql } from '../../../db/client.ts'
import { nearbyPosts } from '../../../db/feed/nearby.ts'
import { type Figures, figuresOf } from '../auth/load.ts'
import type { Note } from '../run.ts'
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
const PEER_LOOKS = 10

type Measured = { first: Figures; best: Figures }
type Settings = { looks: number; isAll: boolean; tell: (line: string) => void; note: Note }

const look = (sql: Sql, view: string, sort: FeedSort) =>
  nearbyPosts(sql, { cells: feedCells(view), sort, before: null, limit: PAGE })

/** The time of each look, and of the best of three, which is what it takes when nothing else wants the processor. */
async function timed(count: number, one: (nth: number) => Promise<unknown>): Promise<Measured> {
  const times: number[] = []
  const best: number[] = []
  for (let nth = 0; nth < count; nth++) {
    const three: number[] = []
    for (let turn = 0; turn < 3; turn++) {
      const at = performance.now()
      await one(nth)
      three.push(performance.now() - at)
    }
    times.push(three[0] ?? 0)
    best.push(Math.min(...three))
  }
  return { first: figuresOf(times, 1), best: figuresOf(best, 1) }
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

type Row = Measured & { name: string }

async function measureOurs(sql: Sql, from: readonly Spot[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const sort of feedSorts)
    rows.push({
      name: `SNPD, ${sort}`,
      ...(await timed(from.length, (nth) => look(sql, from[nth]?.view ?? '', sort))),
    })
  return rows
}

/** Those that this server has; the index of the third takes a quarter of an hour. */
const peersOf = ({ hasPostgis }: Ground, isAll: boolean) => [
  ...(hasPostgis ? [postgis, postgisWalking] : []),
  ...(isAll ? [earthdistance] : []),
]

async function measurePeers(
  { admin }: Ground,
  peers: readonly Peer[],
  from: readonly Spot[],
): Promise<Row[]> {
  const rows: Row[] = []
  for (const { name, prepare, look: one } of peers) {
    for (const statement of prepare) await admin.unsafe(statement)
    await admin`analyze app.post`
    const at = (nth: number) => from[nth] ?? { latitude: 0, longitude: 0 }
    rows.push({ name, ...(await timed(from.length, (nth) => one(admin, at(nth)))) })
  }
  return rows
}

function show(rows: readonly Row[], tell: Settings['tell']): void {
  const head = [
    `the ${PAGE} best within five miles`,
    'p50 ms',
    'p99 ms',
    'best of 3: p50 ms',
    'p99 ms',
    'looks',
  ]
  const cells = rows.map(({ name, first, best }) => [
    ...[name, first.p50.toFixed(2), first.p99.toFixed(2)],
    ...[best.p50.toFixed(2), best.p99.toFixed(2), String(first.count)],
  ])
  for (const line of table([head, ...cells])) tell(line)
}

/** Ours in both orders and the peers, from the same places, one look after the other. @returns whether the bars held */
export async function measureNearby(
  ground: Ground,
  world: World,
  { looks, isAll, tell, note }: Settings,
): Promise<boolean> {
  const from = spotsOf(world, looks)
  const sql = connect(ground.appUrl, { name: 'bench', max: 1 })
  try {
    const wrong = await differing(sql, world, from.slice(0, PROOFS))
    tell(`${PROOFS * 2 - wrong} of ${PROOFS * 2} pages are what a look at every post finds.`)
    const ours = await measureOurs(sql, from)
    const peers = await measurePeers(ground, peersOf(ground, isAll), from.slice(0, PEER_LOOKS))
    show([...ours, ...peers], tell)
    const slowest = Math.max(...ours.map(({ first }) => first.p50))
    const peer = peers.find(({ name }) => name === postgis.name)
    const times = (peer?.first.p50 ?? Number.POSITIVE_INFINITY) / slowest
    if (peer) tell(`PostGIS takes ${times.toFixed(0)} times as long at the median (bar: ${TIMES}).`)
    note({
      what: 'pages that are not what brute force finds',
      figure: `${wrong}`,
      bar: '0',
      held: wrong === 0,
    })
    for (const { name, first } of ours)
      note({
        ...{ what: `30 best within five miles, ${name}, p99`, figure: `${first.p99.toFixed(2)} ms` },
        ...{ bar: `<= ${P99_MS} ms`, held: first.p99 <= P99_MS },
      })
    if (peer)
      note({
        ...{
          what: 'the same beside PostGIS, median',
          figure: `${slowest.toFixed(2)} ms`,
          bar: `PostGIS / ours >= ${TIMES}`,
        },
        ...{
          held: times >= TIMES,
          peer: `PostGIS ${peer.first.p50.toFixed(0)} ms`,
          ratio: `1/${times.toFixed(0)}`,
        },
      })
    return wrong === 0 && times >= TIMES && ours.every(({ first }) => first.p99 <= P99_MS)
  } finally {
    await sql.end()
  }
}
