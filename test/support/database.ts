import { randomBytes } from 'node:crypto'
import { inject, onTestFinished } from 'vitest'
import { connect, type Sql } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { ensureRoles, roleUrl } from '../../db/roles.ts'

export type TestDatabase = {
  /** Superuser. */
  ownerUrl: string
  /** Role that owns schemas app and queue, reads chain. */
  appUrl: string
  /** Role that owns schema chain. */
  indexerUrl: string
  app: Sql
  indexer: Sql
  close: () => Promise<void>
}

/** The one that is migrated; the others are copies of it, and have its roles: a seventh of the work. */
const TEMPLATE = 'snpd_template'

function urlOf(database: string): URL {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${database}`
  return url
}

const rolesOf = (ownerUrl: string) => ({
  appUrl: roleUrl(ownerUrl, 'app', 'app'),
  indexerUrl: roleUrl(ownerUrl, 'chain', 'indexer'),
})

async function prepare(name: string): Promise<void> {
  const { href } = urlOf(name)
  const owner = connect(href, { name: 'test', max: 1 })
  await ensureRoles(owner, { app: 'app', indexer: 'indexer' })
  await owner.end()
  const { appUrl, indexerUrl } = rolesOf(href)
  for (const [url, schema] of [[indexerUrl, 'chain'] as const, [appUrl, 'app'] as const]) {
    const sql = connect(url, { name: 'test', max: 1 })
    await migrate(sql, schema)
    await sql.end()
  }
}

/** Makes the template when it is not there; whoever comes meanwhile waits. It is called a template last: whole, or not at all. */
async function ensureTemplate(server: Sql): Promise<void> {
  const [found] = await server`select 1 from pg_database where datname = ${TEMPLATE} and datistemplate`
  if (found) return
  await server`select pg_advisory_lock(hashtext(${TEMPLATE}))`
  const [meanwhile] = await server`select 1 from pg_database where datname = ${TEMPLATE} and datistemplate`
  if (!meanwhile) {
    await server`drop database if exists ${server(TEMPLATE)}`
    await server`create database ${server(TEMPLATE)}`
    await prepare(TEMPLATE)
    await server`alter database ${server(TEMPLATE)} is_template true`
  }
  await server`select pg_advisory_unlock(hashtext(${TEMPLATE}))`
}

async function copyTemplate(server: Sql, name: string) {
  await ensureTemplate(server)
  await server`create database ${server(name)} template ${server(TEMPLATE)}`
  const urls = rolesOf(urlOf(TEMPLATE).href)
  const { username } = new URL(urls.appUrl)
  await server`grant create on database ${server(name)} to ${server(username)}`
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  return { appUrl: at(urls.appUrl), indexerUrl: at(urls.indexerUrl) }
}

async function makeOwn(server: Sql, name: string) {
  await server`create database ${server(name)}`
  await prepare(name)
  return rolesOf(urlOf(name).href)
}

type Options = {
  /** It has roles of its own, named as db/roles.ts names them: for a test that sets the roles up again. */
  ownRoles?: boolean
}

/** A new, migrated database on the run's real Postgres. Call `close` when done (afterAll). */
export async function createDatabase({ ownRoles = false }: Options = {}): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const server = connect(inject('postgresUrl'), { name: 'test', max: 1 })
  const urls = await (ownRoles ? makeOwn(server, name) : copyTemplate(server, name)).finally(() =>
    server.end(),
  )
  const app = connect(urls.appUrl, { name: 'test', max: 4 })
  const indexer = connect(urls.indexerUrl, { name: 'test', max: 4 })
  const close = async () => {
    await Promise.all([app.end({ timeout: 2 }), indexer.end({ timeout: 2 })])
  }
  return { ownerUrl: urlOf(name).href, ...urls, app, indexer, close }
}

/** The same for a single test: closed when that test ends. */
export async function databaseForTest(options?: Options): Promise<TestDatabase> {
  const database = await createDatabase(options)
  onTestFinished(database.close)
  return database
}
