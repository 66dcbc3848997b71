import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { ensureRoles, roleUrl } from '../../db/roles.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { type PostgresServer, startPostgres } from '../../scripts/engines/postgres.ts'

/** A Postgres that is killed, and comes back where it was with what it had committed. */
export type StormPostgres = {
  appUrl: string
  ownerUrl: string
  /** SIGKILL of the server; its sessions end with it. */
  kill: () => Promise<void>
  /** Whether it ended by itself. */
  isOver: () => boolean
  /** Again, on the same port and folder, through its own recovery. */
  start: () => Promise<void>
  stop: () => Promise<void>
}

/** Processes are killed and not the machine: what was written need not reach the disk. What was committed must be written. */
export const hasty = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'on' }
/** Its sessions notice that it is gone, and only then lets the next one in. Milliseconds. */
const GONE_MS = 20_000

async function prepare(ownerUrl: string): Promise<string> {
  const owner = connect(ownerUrl, { name: 'storm', max: 1 })
  await ensureRoles(owner, { app: 'app', indexer: 'indexer' })
  await owner.end()
  const urls = { app: roleUrl(ownerUrl, 'app', 'app'), chain: roleUrl(ownerUrl, 'chain', 'indexer') }
  for (const schema of ['chain', 'app'] as const) {
    const sql = connect(urls[schema], { name: 'storm', max: 1 })
    await migrate(sql, schema)
    await sql.end()
  }
  return urls.app
}

/**
 * A new one with both schemas, in a folder that is gone after `stop`.
 * @param settings none: as `npm start` runs it
 * @param where on another disk than the others
 */
export async function startStormPostgres(
  settings: Record<string, string> = {},
  where = tmpdir(),
): Promise<StormPostgres> {
  const folder = mkdtempSync(join(where, 'snpd-storm-'))
  const options = { folder: join(folder, 'pg'), port: await freePort(), password: 'storm', settings }
  let server: PostgresServer = await startPostgres(options)
  const { url: ownerUrl } = server
  const appUrl = await prepare(ownerUrl)
  const exited = () => new Promise((resolve) => server.process.once('exit', resolve))
  const kill = async () => {
    const gone = exited()
    server.process.kill('SIGKILL')
    await gone
  }
  const isOver = () => server.process.exitCode !== null || server.process.signalCode !== null
  const start = async () => {
    for (const end = Date.now() + GONE_MS; ; await sleep(100))
      try {
        server = await startPostgres(options)
        return
      } catch (error) {
        if (Date.now() > end) throw error
      }
  }
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { appUrl, ownerUrl, kill, isOver, start, stop }
}
