import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Final } from '../../core/errors.ts'
import { connect, ping, type Sql } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { placeStores } from '../../db/places/place.ts'
import { ensureRoles, roleUrl } from '../../db/roles.ts'
import { requirePort } from '../engines/ports.ts'
import { startPostgres } from '../engines/postgres.ts'
import type { Crew, Running } from './crew.ts'
import type { Environment } from './environment.ts'
import { exitOf } from './exit.ts'
import type { Secrets } from './secrets.ts'
import { within } from './within.ts'

export type Database = {
  /** Role that owns schemas app and queue. */
  appUrl: string
  /** Role that owns schema chain. */
  indexerUrl: string
  detail: string
}
const OLDEST = 15

/** Uses a client for a moment. */
async function using<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(url, { name: 'start', max: 1 })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function reach(sql: Sql): Promise<string> {
  const where = `Postgres at ${sql.options.host.join()}:${sql.options.port.join()}`
  await within(8000, ping(sql), { code: 'db.unreachable', what: where, variable: 'DATABASE_URL' })
  const [row] = await sql<{ name: string; number: number }[]>`
    select current_setting('server_version') as name, current_setting('server_version_num')::int as number`
  const { name = '', number = 0 } = row ?? {}
  if (number >= OLDEST * 10_000) return name
  throw new Final({
    code: 'config.invalid',
    message: `${where} is version ${name}; SNPD needs ${OLDEST} or newer.`,
    fix: 'Point DATABASE_URL at a newer server, or unset it to use the embedded one.',
  })
}

async function makeRoles(sql: Sql, passwords: Secrets['postgres']): Promise<void> {
  await ensureRoles(sql, passwords).catch((cause: Error) => {
    throw new Final({
      code: 'config.invalid',
      message: `The user of DATABASE_URL cannot set up SNPD's roles and schemas: ${cause.message}.`,
      fix: 'Give it CREATEROLE and CREATE on the database, or make the roles yourself and set APP_DATABASE_URL and INDEXER_DATABASE_URL.',
      cause,
    })
  })
}

/** Roles and schemas by the owner of the database; the passwords come from the data folder. */
async function rolesOf(ownerUrl: string, { postgres }: Secrets): Promise<Database> {
  const version = await using(ownerUrl, async (sql) => {
    const name = await reach(sql)
    await makeRoles(sql, postgres)
    return name
  })
  return {
    appUrl: roleUrl(ownerUrl, 'app', postgres.app),
    indexerUrl: roleUrl(ownerUrl, 'chain', postgres.indexer),
    detail: `${version} at ${new URL(ownerUrl).host}`,
  }
}

/**
 * The user's own Postgres.
 * @throws Final `config.invalid`, Retryable `db.unreachable`
 */
export async function ownDatabase(environment: Environment, secrets: Secrets): Promise<Database> {
  const { DATABASE_URL, APP_DATABASE_URL: appUrl, INDEXER_DATABASE_URL: indexerUrl } = environment
  if (appUrl && indexerUrl) {
    const [version] = await Promise.all([using(appUrl, reach), using(indexerUrl, reach)])
    return { appUrl, indexerUrl, detail: `${version} at ${new URL(appUrl).host}` }
  }
  if (DATABASE_URL && !appUrl && !indexerUrl) return rolesOf(DATABASE_URL, secrets)
  throw new Final({
    code: 'config.invalid',
    message: 'APP_DATABASE_URL and INDEXER_DATABASE_URL belong together, and one of them is missing.',
    fix: 'Set both, or neither and DATABASE_URL.',
  })
}

/** True when the environment names a Postgres. Pure. */
export function hasOwnDatabase(environment: Environment): boolean {
  return Boolean(environment.DATABASE_URL ?? environment.APP_DATABASE_URL ?? environment.INDEXER_DATABASE_URL)
}

export type DatabaseOptions = {
  secrets: Secrets
  /** Of the data. */
  folder: string
  port: number
  crew: Crew
}

/** An initdb that was cut short leaves a folder no server can use, and nothing worth keeping. */
function clearHalfMade(pg: string): () => void {
  const making = `${pg}.making`
  if (existsSync(making)) rmSync(pg, { recursive: true, force: true })
  if (!existsSync(join(pg, 'PG_VERSION'))) writeFileSync(making, '')
  return () => rmSync(making, { force: true })
}

/**
 * The embedded Postgres of the data folder, kept running by the crew.
 * @throws Final `config.data-folder`, `config.port-taken`
 */
export async function embeddedDatabase({ secrets, folder, port, crew }: DatabaseOptions): Promise<Database> {
  const pg = join(folder, 'pg')
  const made = clearHalfMade(pg)
  let ownerUrl = ''
  const start = async (): Promise<Running> => {
    await requirePort(port, 'Postgres')
    const server = await startPostgres({ folder: pg, port, password: secrets.postgres.owner })
    ownerUrl = server.url
    return { pid: server.process.pid ?? 0, signal: 'SIGINT', exited: exitOf(server.process) }
  }
  await crew.start({ name: 'postgres', rank: 4, start })
  made()
  return rolesOf(ownerUrl, secrets)
}

/** Brings both schemas up to date, and what SQL alone cannot: the cells of stores from before there were any. */
export async function runMigrations({ appUrl, indexerUrl }: Database): Promise<{ detail: string }> {
  const chain = await using(indexerUrl, (sql) => migrate(sql, 'chain'))
  const app = await using(appUrl, (sql) => migrate(sql, 'app'))
  await using(appUrl, placeStores)
  const count = chain.length + app.length
  return { detail: count === 0 ? 'up to date' : `${count} run` }
}
