import { connect, ping, type Sql } from '../../db/client.ts'
import { migrate, pendingMigrations, type Schema } from '../../db/migrate.ts'
import { placeStores } from '../../db/places/place.ts'
import { ensureRoles } from '../../db/roles.ts'
import type { Urls } from './flags.ts'

async function using<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(url, { name: 'migrate', max: 1 })
  try {
    await ping(sql)
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const passwordOf = (url = '') => decodeURIComponent(new URL(url).password)

function schemasOf({ INDEXER_DATABASE_URL: chain, APP_DATABASE_URL: app }: Urls) {
  // The app's views are over tables of the chain: those come first.
  const all: [Schema, string | undefined][] = [
    ['chain', chain],
    ['app', app],
  ]
  return all.flatMap(([schema, url]) => (url === undefined ? [] : [{ schema, url }]))
}

/** @returns what is missing, as SCHEMA/NAME */
export async function findPending(urls: Urls): Promise<string[]> {
  const found = []
  for (const { schema, url } of schemasOf(urls))
    found.push(
      ...(await using(url, (sql) => pendingMigrations(sql, schema))).map((name) => `${schema}/${name}`),
    )
  return found
}

/**
 * Roles and schemas where the owner's URL is there, then the migrations of both, each schema all or nothing under its lock.
 * @returns what ran, as SCHEMA/NAME
 */
export async function runAll(urls: Urls): Promise<string[]> {
  const { DATABASE_URL: owner, APP_DATABASE_URL: app, INDEXER_DATABASE_URL: indexer } = urls
  if (owner)
    await using(owner, (sql) => ensureRoles(sql, { app: passwordOf(app), indexer: passwordOf(indexer) }))
  const ran = []
  for (const { schema, url } of schemasOf(urls))
    ran.push(...(await using(url, (sql) => migrate(sql, schema))).map((name) => `${schema}/${name}`))
  if (app) await using(app, placeStores)
  return ran
}
