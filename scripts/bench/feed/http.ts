import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { feedCells } from '../../../core/feed/near.ts'
import { nearbyPosts } from '../../../db/feed/nearby.ts'
import { pageOf } from '../../../db/posts/page.ts'
import { connectWeb } from '../../../db/web.ts'
import { environmentOf, withServer } from '../auth/ground.ts'
import { ask, type Call, type Figures, figuresOf, load } from '../auth/load.ts'
import { table } from '../table.ts'
import type { Ground } from './ground.ts'
import { type Spot, spotsOf } from './spots.ts'
import type { World } from './world.ts'

const CONNECTIONS = 16
const PAGE = 30
/** Part of the bare rate. */
const SHARE = 0.5

type Settings = { seconds: number; tell: (line: string) => void }
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

async function throughHttp(ground: Ground, spots: readonly Spot[], seconds: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-bench-feed-'))
  try {
    return await withServer('web.ts', await environmentOf(ground.appUrl, folder), async (port) => {
      const readers = await addReaders(port, spots)
      const calls = readers.map(
        ({ view, token }): Call => ({
          method: 'GET',
          path: `/api/community/feed?near=${view}&sort=hot`,
          token,
        }),
      )
      const call = (nth: number): Call => calls[nth % calls.length] ?? { path: '/' }
      await load({ port, seconds: 1, connections: CONNECTIONS, call })
      return load({ port, seconds, connections: CONNECTIONS, call })
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same pages by the same queries, asked by a process that does nothing else, as many at once. */
async function bare({ appUrl }: Ground, spots: readonly Spot[], seconds: number): Promise<Figures> {
  const sql = connectWeb(appUrl)
  const one = async (nth: number) => {
    const cells = feedCells(spots[nth % spots.length]?.view ?? '')
    const places = await nearbyPosts(sql, { cells, sort: 'hot', before: null, limit: PAGE + 1 })
    const { items } = await pageOf(sql, { places, limit: PAGE, memberId: null })
    if (items.length === 0) throw new Error('an empty page')
  }
  const run = async (lasting: number) => {
    const times: number[] = []
    const begun = performance.now()
    let nth = 0
    const lane = async () => {
      while (performance.now() - begun < lasting * 1_000) {
        const at = performance.now()
        await one(nth++)
        times.push(performance.now() - at)
      }
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, lane))
    return figuresOf(times, (performance.now() - begun) / 1_000)
  }
  try {
    await run(1)
    return await run(seconds)
  } finally {
    await sql.end()
  }
}

/** Pages a second through the API, by signed-in readers, beside the queries alone. @returns whether the bar held */
export async function measureHttp(ground: Ground, world: World, { seconds, tell }: Settings) {
  const spots = spotsOf(world, CONNECTIONS)
  const alone = await bare(ground, spots, seconds)
  const served = await throughHttp(ground, spots, seconds)
  const row = (name: string, { perSecond, p50, p99 }: Figures) => [
    ...[name, perSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1)],
  ]
  const rows = [row('the queries alone', alone), row('GET /api/community/feed?near=', served)]
  for (const line of table([['pages of 30, hot', 'per second', 'p50 ms', 'p99 ms'], ...rows])) tell(line)
  const share = served.perSecond / alone.perSecond
  tell(`Through HTTP ${share.toFixed(2)} of the bare rate (bar: ${SHARE}).`)
  return share >= SHARE
}
