import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chainEventShape } from '../../../core/events.ts'
import { connect, type Sql } from '../../../db/client.ts'
import { migrate } from '../../../db/migrate.ts'
import { ensureRoles, roleUrl } from '../../../db/roles.ts'
import { type Activity, member, openActivity } from '../../../test/support/activity.ts'
import { startChain, type TestChain } from '../../../test/support/chain.ts'
import { startChild } from '../../../test/support/child.ts'
import { freePort } from '../../engines/ports.ts'
import { startPostgres } from '../../engines/postgres.ts'

/** Milliseconds from the order to mine a block until a listener of Postgres knows its rows are committed. */
export type Latency = { p50: number; p99: number; worst: number; blocks: number }
type Options = {
  blocks: number
  /** Whether the indexer is told of new blocks over WebSocket, or polls. */
  over: 'websocket' | 'poll'
}

/** A Postgres with default settings, hence durable commits, as `npm start` has it. */
async function openDatabase(folder: string) {
  const server = await startPostgres({
    folder: join(folder, 'pg'),
    port: await freePort(),
    password: 'bench',
  })
  const owner = connect(server.url, { name: 'bench', max: 2 })
  await ensureRoles(owner, { app: 'app', indexer: 'indexer' })
  const indexerUrl = roleUrl(server.url, 'chain', 'indexer')
  const indexer = connect(indexerUrl, { name: 'bench', max: 1 })
  await migrate(indexer, 'chain')
  await indexer.end()
  const close = async () => {
    await owner.end({ timeout: 1 })
    await server.stop()
  }
  return { owner, indexerUrl, close }
}

/** Calls back with each block whose rows were committed. */
async function listen(sql: Sql): Promise<(block: number) => Promise<number>> {
  const waiting = new Map<number, (at: number) => void>()
  await sql.listen('chain', (payload) => {
    const { block_number: number } = chainEventShape.parse(JSON.parse(payload))
    const at = performance.now()
    for (const [block, resolve] of waiting)
      if (block <= number) {
        waiting.delete(block)
        resolve(at)
      }
  })
  return (block) => new Promise((resolve) => waiting.set(block, resolve))
}

/** Mines blocks of one transfer each, at moments that have nothing to do with any poll. */
async function sample({ client, transfer }: Activity, sql: Sql, blocks: number): Promise<number[]> {
  const committed = await listen(sql)
  await client.setAutomine(false)
  const height = Number(await client.getBlockNumber())
  const times: number[] = []
  for (let block = height + 1; block <= height + blocks; block++) {
    await transfer(member(1), member(2), 1n)
    await sleep(20 + Math.random() * 150)
    const seen = committed(block)
    const start = performance.now()
    await client.mine({ blocks: 1 })
    times.push((await seen) - start)
  }
  return times
}

function summary(times: number[]): Latency {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  return { p50: at(0.5), p99: at(0.99), worst: at(1), blocks: sorted.length }
}

async function measureOn(chain: TestChain, folder: string, { blocks, over }: Options): Promise<Latency> {
  const file = join(folder, 'deployment.json')
  writeFileSync(file, JSON.stringify(chain.deployment))
  const activity = await openActivity(chain)
  await activity.award([{ to: member(1), amount: 1_000_000n }])
  const database = await openDatabase(folder)
  const child = await startChild('indexer/main.ts', {
    INDEXER_DATABASE_URL: database.indexerUrl,
    RPC_URL: chain.rpcUrl,
    DEPLOYMENT: file,
    ...(over === 'websocket' && { WS_URL: chain.rpcUrl.replace('http:', 'ws:') }),
  })
  try {
    return summary(await sample(activity, database.owner, blocks))
  } finally {
    await child.stop()
    await database.close()
  }
}

/** Measures on an anvil and a Postgres of its own, with the indexer in its own process. */
export async function measureLatency(options: Options): Promise<Latency> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-latency-'))
  const chain = await startChain()
  try {
    return await measureOn(chain, folder, options)
  } finally {
    await chain.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const BARS = { p50: 25, p99: 150 }
const BLOCKS = 300

/** `npm run bench -- latency [blocks]`: the bars hold over WebSocket; the poll's figures are for comparison. */
export async function runLatency(
  [blocks]: readonly string[],
  tell: (line: string) => void,
): Promise<boolean> {
  const count = Number(blocks ?? BLOCKS)
  const show = (name: string, { p50, p99, worst }: Latency) =>
    tell(`${name}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`)
  const announced = await measureLatency({ blocks: count, over: 'websocket' })
  show(`${count} blocks, over WebSocket`, announced)
  show('by polling', await measureLatency({ blocks: Math.ceil(count / 5), over: 'poll' }))
  const held = announced.p50 <= BARS.p50 && announced.p99 <= BARS.p99
  tell(`bars: p50 <= ${BARS.p50} ms, p99 <= ${BARS.p99} ms: ${held ? 'held' : 'MISSED'}`)
  return held
}
