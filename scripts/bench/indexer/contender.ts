import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Deployment } from '../../../core/deployment.ts'
import { connect, type Sql } from '../../../db/client.ts'
import { migrate } from '../../../db/migrate.ts'
import { ensureRoles, roleUrl } from '../../../db/roles.ts'
import { freePort } from '../../engines/ports.ts'
import { startPostgres } from '../../engines/postgres.ts'
import type { BenchChain } from './chain.ts'
import { type PonderVersion, preparePonder } from './ponder.ts'
import { linesOf, type Truth } from './truth.ts'

export type ContenderName = 'ours' | PonderVersion
export type Contender = {
  /** Starts its process. */
  start: () => void
  /** SIGKILL, and gone. */
  kill: () => Promise<void>
  /**
   * Waits until it has what the chain says.
   * @returns milliseconds; undefined when it had not after `limitMs`
   */
  settle: (truth: Truth, limitMs: number) => Promise<number | undefined>
  sql: Sql
  close: () => Promise<void>
}

type Program = {
  args: string[]
  cwd: string
  env: Record<string, string>
  has: (truth: Truth) => Promise<boolean>
}
type Place = { folder: string; ownerUrl: string; sql: Sql; deployment: Deployment | undefined }

const root = join(import.meta.dirname, '..', '..', '..')
const POLL_MS = 1

/** As `npm start` runs it: all contracts, woken over WebSocket; or one token's ledger, on a chain without the others. */
async function ourProgram({ rpcUrl, chainId, token }: BenchChain, place: Place): Promise<Program> {
  await ensureRoles(place.sql, { app: 'app', indexer: 'indexer' })
  const url = roleUrl(place.ownerUrl, 'chain', 'indexer')
  const indexer = connect(url, { name: 'bench', max: 1 })
  await migrate(indexer, 'chain')
  await indexer.end()
  const file = join(place.folder, 'deployment.json')
  const { deployment } = place
  if (deployment) writeFileSync(file, JSON.stringify(deployment))
  const ledger = JSON.stringify({ databaseUrl: url, rpcUrl, chainId, token })
  return {
    args: deployment ? [join(root, 'indexer', 'main.ts')] : [join(import.meta.dirname, 'ours.ts'), ledger],
    cwd: root,
    env: {
      ...{ INDEXER_DATABASE_URL: url, RPC_URL: rpcUrl, WS_URL: rpcUrl.replace('http:', 'ws:') },
      ...{ DEPLOYMENT: file, LOG_LEVEL: 'warn', NODE_ENV: 'production' },
    },
    has: async ({ head }) => {
      const [row] = await place.sql<{ hash: string }[]>`
        select '0x' || encode(block_hash, 'hex') as hash from chain.cursor`
      return row?.hash === head
    },
  }
}

async function ponderProgram(version: PonderVersion, bench: BenchChain, place: Place): Promise<Program> {
  const { folder, program } = await preparePonder(version, bench)
  const port = String(await freePort())
  return {
    args: [program, 'start', '--schema', 'peer', '--port', port, '--hostname', '127.0.0.1'],
    cwd: folder,
    env: { DATABASE_URL: place.ownerUrl, PONDER_TELEMETRY_DISABLED: 'true' },
    has: async ({ transfers, lines }) => {
      const [there] = await place.sql`select to_regclass('peer.transfer') as name`
      if (!there?.name) return false
      const [row] = await place.sql<{ count: number }[]>`select count(*)::int as count from peer.transfer`
      return (
        row?.count === transfers && (await linesOf(place.sql, 'peer.transfer', (column) => column)) === lines
      )
    },
  }
}

function spawnProgram({ args, cwd, env }: Program, log: string): ChildProcess {
  const output = openSync(log, 'a')
  return spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
  })
}

/** A way to run a program, kill it, and see what it has. */
function control(program: Program, place: Place): Pick<Contender, 'start' | 'kill' | 'settle'> {
  const log = join(place.folder, 'log')
  let child: ChildProcess | undefined
  const start = () => {
    child = spawnProgram(program, log)
  }
  const kill = async () => {
    const [one, exited] = [child, child && new Promise((resolve) => child?.once('exit', resolve))]
    if (!one || one.exitCode !== null || one.signalCode !== null) return
    one.kill('SIGKILL')
    await exited
  }
  const settle = async (truth: Truth, limitMs: number) => {
    const began = performance.now()
    for (;;) {
      if (await program.has(truth)) return performance.now() - began
      if (performance.now() - began > limitMs) return undefined
      if (child?.exitCode !== null && child?.exitCode !== undefined)
        throw new Error(`It ended with ${child.exitCode}:\n${readFileSync(log, 'utf8').slice(-2_000)}`)
      await sleep(POLL_MS)
    }
  }
  return { start, kill, settle }
}

/** An indexer of that name on a chain, over a Postgres of its own with default settings. */
export async function openContender(
  name: ContenderName,
  bench: BenchChain,
  deployment?: Deployment,
): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-contender-'))
  const server = await startPostgres({
    folder: join(folder, 'pg'),
    port: await freePort(),
    password: 'bench',
  })
  const sql = connect(server.url, { name: 'bench', max: 2 })
  const place: Place = { folder, ownerUrl: server.url, sql, deployment }
  const program = await (name === 'ours' ? ourProgram(bench, place) : ponderProgram(name, bench, place))
  const { start, kill, settle } = control(program, place)
  const close = async () => {
    await kill()
    await sql.end({ timeout: 1 })
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { start, kill, settle, sql, close }
}
