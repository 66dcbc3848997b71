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

/** A new, migrated database on the run's real Postgres. Call `close` when done (afterAll). */
export async function createDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('postgresUrl')
  const name = `t_${randomBytes(6).toString('hex')}`
  const server = connect(serverUrl, { name: 'test', max: 1 })
  await server`create database ${server(name)}`
  await server.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const owner = connect(url.href, { name: 'test', max: 1 })
  await ensureRoles(owner, { app: 'app', indexer: 'indexer' })
  await owner.end()
  const appUrl = roleUrl(url.href, 'app', 'app')
  const indexerUrl = roleUrl(url.href, 'chain', 'indexer')
  const app = connect(appUrl, { name: 'test', max: 4 })
  const indexer = connect(indexerUrl, { name: 'test', max: 4 })
  await migrate(indexer, 'chain')
  await migrate(app, 'app')
  const close = async () => {
    await Promise.all([app.end({ timeout: 2 }), indexer.end({ timeout: 2 })])
  }
  return { ownerUrl: url.href, appUrl, indexerUrl, app, indexer, close }
}

/** The same for a single test: closed when that test ends. */
export async function databaseForTest(): Promise<TestDatabase> {
  const database = await createDatabase()
  onTestFinished(database.close)
  return database
}
