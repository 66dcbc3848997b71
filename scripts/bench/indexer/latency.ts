import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { encodeFunctionData, type Hex } from 'viem'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { openRpc, type Rpc } from '../../../adapters/chain/rpc.ts'
import { karmaAbi } from '../../../core/contracts/karma.ts'
import { chainEventShape } from '../../../core/events.ts'
import { LOCAL_CHAIN, networkOf } from '../../../core/networks.ts'
import { connect, type Sql } from '../../../db/client.ts'
import { migrate } from '../../../db/migrate.ts'
import { ensureRoles, roleUrl } from '../../../db/roles.ts'
import { deploy } from '../../deploy/deploy.ts'
import { startAnvil } from '../../engines/anvil.ts'
import { freePort } from '../../engines/ports.ts'
import { startPostgres } from '../../engines/postgres.ts'
import type { Note } from '../run.ts'

/** Milliseconds from the order to mine a block until a listener of Postgres knows its rows are committed. */
type Latency = { p50: number; p99: number; worst: number; blocks: number }
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

/** A call to a node that must succeed. */
async function call(rpc: Rpc, method: string, ...params: unknown[]): Promise<unknown> {
  const [answer] = await rpc.batch([{ method, params }])
  if (answer && 'result' in answer) return answer.result
  throw new Error(`${method}: ${answer?.refused}`)
}

type Chain = { rpc: Rpc; url: string; file: string; send: (data: Hex) => Promise<unknown>; holder: Hex }

/** The contracts, and somebody who holds karma. */
async function fillChain(url: string, folder: string): Promise<Chain> {
  const rpc = openRpc(url)
  const file = join(folder, 'deployment.json')
  const [awarderKey, deployerKey, beaconKey] = [0, 1, 2].map(generatePrivateKey) as [Hex, Hex, Hex]
  const holder = privateKeyToAddress(awarderKey)
  const network = { ...networkOf(LOCAL_CHAIN), admin_delay: 0 }
  const ruleset: Hex = `0x${'11'.repeat(32)}`
  const keys = { deployerKey, beaconKey, awarder: holder }
  const { deployment } = await deploy({ ...keys, rpcUrl: url, file, ruleset, network })
  await call(rpc, 'anvil_autoImpersonateAccount', true)
  await call(rpc, 'anvil_setBalance', holder, '0xde0b6b3a7640000000')
  const send = (data: Hex) =>
    call(rpc, 'eth_sendTransaction', { from: holder, to: deployment.karma, data, gas: '0xf4240' })
  const args = [1n, [(BigInt(holder) << 96n) | 1_000_000n], ruleset] as const
  await send(encodeFunctionData({ abi: karmaAbi, functionName: 'awardRun', args }))
  return { rpc, url, file, send, holder }
}

/** Mines blocks of one transfer each, at moments that have nothing to do with any poll. */
async function sample({ rpc, send, holder }: Chain, sql: Sql, blocks: number): Promise<number[]> {
  const committed = await listen(sql)
  await call(rpc, 'evm_setAutomine', false)
  const height = Number(await call(rpc, 'eth_blockNumber'))
  const data = encodeFunctionData({ abi: karmaAbi, functionName: 'transfer', args: [holder, 1n] })
  const times: number[] = []
  for (let block = height + 1; block <= height + blocks; block++) {
    await send(data)
    await sleep(20 + Math.random() * 150)
    const seen = committed(block)
    const start = performance.now()
    await call(rpc, 'evm_mine')
    times.push((await seen) - start)
  }
  return times
}

/** The indexer in a process of its own, as `npm start` runs it; resolves with its end. */
async function startIndexer(environment: Record<string, string>): Promise<() => Promise<unknown>> {
  const child = spawn(process.execPath, ['indexer/main.ts'], {
    env: { NODE_ENV: 'production', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  await new Promise((resolve) => child.once('message', resolve))
  return () => {
    child.kill('SIGTERM')
    return exited
  }
}

function summary(times: number[]): Latency {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  return { p50: at(0.5), p99: at(0.99), worst: at(1), blocks: sorted.length }
}

async function measureOn(url: string, folder: string, { blocks, over }: Options): Promise<Latency> {
  const chain = await fillChain(url, folder)
  const database = await openDatabase(folder)
  const stop = await startIndexer({
    INDEXER_DATABASE_URL: database.indexerUrl,
    RPC_URL: url,
    DEPLOYMENT: chain.file,
    ...(over === 'websocket' && { WS_URL: url.replace('http:', 'ws:') }),
  })
  try {
    return summary(await sample(chain, database.owner, blocks))
  } finally {
    await stop()
    await database.close()
  }
}

/** Measures on an anvil and a Postgres of its own. */
async function measureLatency(options: Options): Promise<Latency> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-latency-'))
  const anvil = await startAnvil({ port: await freePort() })
  try {
    return await measureOn(anvil.url, folder, options)
  } finally {
    await anvil.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const BARS = { p50: 25, p99: 150 }
const BLOCKS = 300

/** `npm run bench -- latency [blocks]`: the bars hold over WebSocket; the poll's figures are for comparison. */
export async function runLatency(
  [blocks]: readonly string[],
  tell: (line: string) => void,
  note: Note,
): Promise<boolean> {
  const count = Number(blocks ?? BLOCKS)
  const show = (name: string, { p50, p99, worst }: Latency) =>
    tell(`${name}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`)
  const announced = await measureLatency({ blocks: count, over: 'websocket' })
  show(`${count} blocks, over WebSocket`, announced)
  show('by polling', await measureLatency({ blocks: Math.ceil(count / 5), over: 'poll' }))
  const held = announced.p50 <= BARS.p50 && announced.p99 <= BARS.p99
  tell(`bars: p50 <= ${BARS.p50} ms, p99 <= ${BARS.p99} ms: ${held ? 'held' : 'MISSED'}`)
  for (const name of ['p50', 'p99'] as const)
    note({
      what: `from a mined block to its rows, over WebSocket, ${name}`,
      figure: `${announced[name].toFixed(1)} ms`,
      bar: `<= ${BARS[name]} ms`,
      held: announced[name] <= BARS[name],
    })
  return held
}
