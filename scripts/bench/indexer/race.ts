import { spawn } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Sql } from '../../../db/client.ts'
import { migrate } from '../../../db/migrate.ts'
import { ensureRoles } from '../../../db/roles.ts'
import { freePort } from '../../engines/ports.ts'
import { startPostgres } from '../../engines/postgres.ts'
import type { BenchChain } from './chain.ts'
import { type PonderVersion, preparePonder } from './ponder.ts'
import { cpuOf, peakOf } from './usage.ts'

export type Racer = 'ours' | 'limit' | PonderVersion
/** Wall and CPU seconds (the process and Postgres) from the start of the process until every row is there; RSS in MB. */
export type Lap = { wall: number; cpu: number; rss: number; timedOut: boolean }

type Prepared = {
  args: string[]
  cwd: string
  env?: Record<string, string>
  done: (sql: Sql) => Promise<boolean>
}

const LOGS_PER_ANSWER = 8_000
const POLL_MS = 25
const here = import.meta.dirname

async function ours(chain: BenchChain, sql: Sql, databaseUrl: string): Promise<Prepared> {
  await ensureRoles(sql, { app: 'app', indexer: 'indexer' })
  await migrate(sql, 'chain')
  const { rpcUrl, chainId, token, head } = chain
  return {
    args: [join(here, 'ours.ts'), JSON.stringify({ databaseUrl, rpcUrl, chainId, token })],
    cwd: join(here, '..', '..', '..'),
    done: async (db) => {
      const [row] = await db<{ at: bigint }[]>`select block_number as at from chain.cursor`
      return Number(row?.at ?? 0) >= head
    },
  }
}

async function limit(chain: BenchChain, sql: Sql, databaseUrl: string): Promise<Prepared> {
  await sql`create table bench_limit (block_number bigint, log_index integer, value numeric(78,0), block_time bigint,
    tx_hash bytea, from_address bytea, to_address bytea)`
  const { rpcUrl, token, head, transfers } = chain
  const span = Math.max(1, Math.floor((LOGS_PER_ANSWER * head) / transfers))
  return {
    args: [join(here, 'limit.ts'), JSON.stringify({ databaseUrl, rpcUrl, token, head, span })],
    cwd: join(here, '..', '..', '..'),
    done: async (db) => (await db`select 1 from bench_limit`).count >= transfers,
  }
}

async function ponder(version: PonderVersion, chain: BenchChain, databaseUrl: string): Promise<Prepared> {
  const { folder, program } = await preparePonder(version, chain)
  const port = String(await freePort())
  const args = [program, 'start', '--schema', 'peer', '--port', port, '--hostname', '127.0.0.1']
  return {
    args,
    cwd: folder,
    env: { DATABASE_URL: databaseUrl, PONDER_TELEMETRY_DISABLED: 'true' },
    done: async (db) => {
      const [there] = await db`select to_regclass('peer.transfer') as name`
      if (!there?.name) return false
      const [row] = await db<{ count: number }[]>`select count(*)::int as count from peer.transfer`
      return (row?.count ?? 0) >= chain.transfers
    },
  }
}

async function time(prepared: Prepared, sql: Sql, { postgres, limitMs, log }: Timed): Promise<Lap> {
  const before = cpuOf(postgres)
  const began = performance.now()
  const output = openSync(log, 'w')
  const child = spawn(process.execPath, prepared.args, {
    cwd: prepared.cwd,
    env: { ...process.env, ...prepared.env },
    stdio: ['ignore', output, output],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const pid = child.pid ?? 0
  try {
    for (;;) {
      const wall = (performance.now() - began) / 1000
      const done = await prepared.done(sql)
      if (done || wall * 1000 > limitMs)
        return { wall, cpu: cpuOf(pid) + cpuOf(postgres) - before, rss: peakOf(pid), timedOut: !done }
      if (child.exitCode !== null)
        throw new Error(`It ended with ${child.exitCode}:\n${readFileSync(log, 'utf8').slice(-2_000)}`)
      await sleep(POLL_MS)
    }
  } finally {
    child.kill('SIGKILL')
    await exited
  }
}

type Timed = { postgres: number; limitMs: number; log: string }

/** One racer over one chain, into a Postgres of its own with default settings. */
export async function race(racer: Racer, chain: BenchChain, limitMs: number): Promise<Lap> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-race-'))
  const server = await startPostgres({
    folder: join(folder, 'pg'),
    port: await freePort(),
    password: 'bench',
  })
  const sql = connect(server.url, { name: 'bench', max: 1 })
  try {
    const prepared =
      racer === 'ours'
        ? await ours(chain, sql, server.url)
        : racer === 'limit'
          ? await limit(chain, sql, server.url)
          : await ponder(racer, chain, server.url)
    const timed = { postgres: server.process.pid ?? 0, limitMs, log: join(folder, 'log') }
    return await time(prepared, sql, timed)
  } finally {
    await sql.end({ timeout: 1 })
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
