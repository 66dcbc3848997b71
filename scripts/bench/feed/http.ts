import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { feedCells } from '../../../core/feed/near.ts'
import type { Sql } from '../../../db/client.ts'
import { nearbyPosts } from '../../../db/feed/nearby.ts'
import { visibleTo } from '../../../db/moderation/visible.ts'
import { pageOf } from '../../../db/posts/page.ts'
import { connectWeb } from '../../../db/web.ts'
import { environmentOf, withServer } from '../auth/ground.ts'
import { ask, type Call, type Figures, figuresOf, load } from '../auth/load.ts'
import type { Note } from '../run.ts'
import { table } from '../table.ts'
import { memberId } from './fill.ts'
import type { Ground } from './ground.ts'
import { type Spot, spotsOf } from './spots.ts'
import type { World } from './world.ts'

const CONNECTIONS = 16
/** Each may ask ten times a second, and no network may add more of them an hour. */
const READERS = 96
const PAGE = 30
/** Part of the bare rate. */
const SHARE = 0.5

type Settings = { seconds: number; tell: (line: string) => void; note: Note }
type Reader = Spot & { token: string }

/** Each reads from a place of their own: nobody is let look from two at once. */
async function addReaders(port: number, spots: readonly Spot[]): Promise<Reader[]> {
  const agent = new Agent({ keepAlive: true })
  const readers: Reader[] = []
  for (const [nth, spot] of spots.entries()) {
    const username = `reader_${nth}`
    const body = { username, email: `${username}@bench.example`, password: 'nine pale gulls over the pier' }
    const { status, text } = await ask({ port, agent, nth, call: { path: '/api/users/register', body } })
    if (status !== 201) throw new Error(`no reader ${nth}: ${status} ${text}`)
    readers.push({ ...spot, token: (JSON.parse(text) as { token: string }).token })
  }
  agent.destroy()
  return readers
}

/** One after the other on each of so many lanes, for so long. */
async function lanes(seconds: number, one: (nth: number) => Promise<void>): Promise<Figures> {
  const times: number[] = []
  const begun = performance.now()
  let nth = 0
  const lane = async () => {
    while (performance.now() - begun < seconds * 1_000) {
      const at = performance.now()
      await one(nth++)
      times.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, lane))
  return figuresOf(times, (performance.now() - begun) / 1_000)
}

type Way = (seconds: number) => Promise<Figures>

/** The same pages by the same queries, asked by a process that does nothing else, as many at once. */
function bare(sql: Sql, spots: readonly Spot[]): Way {
  return (seconds) =>
    lanes(seconds, async (nth) => {
      const view = spots[nth % spots.length]?.view ?? ''
      const cells = feedCells(view)
      const reader = memberId(nth)
      const where = sql`and ${visibleTo(sql, reader)}`
      const places = await nearbyPosts(sql, { cells, sort: 'hot', before: null, limit: PAGE + 1, where })
      const { items } = await pageOf(sql, { places, limit: PAGE, memberId: reader, from: view })
      if (items.length === 0) throw new Error('an empty page')
    })
}

function served(port: number, readers: readonly Reader[]): Way {
  const calls = readers.map(
    ({ view, token }): Call => ({ method: 'GET', path: `/api/community/feed?near=${view}&sort=hot`, token }),
  )
  const call = (nth: number): Call => calls[nth % calls.length] ?? { path: '/' }
  return (seconds) => load({ port, seconds, connections: CONNECTIONS, call })
}

/** Both in turns of a second, so that what else the machine does falls on both; the median of each one's turns. */
async function inTurns(ways: readonly [Way, Way], turns: number): Promise<[Figures, Figures]> {
  const told: [Figures[], Figures[]] = [[], []]
  for (const way of ways) await way(1)
  for (let turn = 0; turn < turns; turn++) {
    told[0].push(await ways[0](1))
    told[1].push(await ways[1](1))
  }
  return [middle(told[0]), middle(told[1])]
}

function middle(turns: readonly Figures[]): Figures {
  const found = turns.toSorted((one, other) => one.perSecond - other.perSecond)[Math.floor(turns.length / 2)]
  if (!found) throw new RangeError('no turns')
  return found
}

function show([alone, through]: readonly [Figures, Figures], tell: Settings['tell']): void {
  const row = (name: string, { perSecond, p50, p99 }: Figures) => [
    ...[name, perSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1)],
  ]
  const rows = [row('the queries alone', alone), row('GET /api/community/feed?near=', through)]
  for (const line of table([['pages of 30, hot', 'per second', 'p50 ms', 'p99 ms'], ...rows])) tell(line)
}

/** Pages a second through the API, by signed-in readers, beside the queries alone. @returns whether the bar held */
export async function measureHttp(ground: Ground, world: World, { seconds, tell, note }: Settings) {
  const spots = spotsOf(world, READERS)
  const folder = mkdtempSync(join(tmpdir(), 'snpd-bench-feed-'))
  const sql = connectWeb(ground.appUrl)
  try {
    const environment = await environmentOf(ground.appUrl, folder)
    return await withServer('web.ts', environment, async (port) => {
      const readers = await addReaders(port, spots)
      const figures = await inTurns([bare(sql, spots), served(port, readers)], seconds)
      show(figures, tell)
      const share = figures[1].perSecond / figures[0].perSecond
      tell(`Through HTTP ${share.toFixed(2)} of the bare rate (bar: ${SHARE}).`)
      note({
        ...{
          what: 'feed pages through HTTP',
          figure: `${figures[1].perSecond.toFixed(0)} a second`,
          bar: `>= ${SHARE} of the bare rate`,
        },
        ...{
          held: share >= SHARE,
          peer: `the queries alone ${figures[0].perSecond.toFixed(0)}`,
          ratio: `${share.toFixed(2)}x`,
        },
      })
      return share >= SHARE
    })
  } finally {
    await sql.end()
    rmSync(folder, { recursive: true, force: true })
  }
}
