import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { ensureRoles, roleUrl } from '../../db/roles.ts'
import { freePort } from '../engines/ports.ts'
import { startPostgres } from '../engines/postgres.ts'

/** One database, as its two roles. */
export type ChaosUrls = { appUrl: string; indexerUrl: string }
export type ChaosServer = {
  /** A new database, migrated and empty. */
  create: () => Promise<ChaosUrls>
  stop: () => Promise<void>
}

async function migrateAs(url: string, schema: 'app' | 'chain'): Promise<void> {
  const sql = connect(url, { name: 'chaos', max: 1 })
  await migrate(sql, schema)
  await sql.end()
}

async function prepare(ownerUrl: string): Promise<ChaosUrls> {
  const owner = connect(ownerUrl, { name: 'chaos', max: 1 })
  await ensureRoles(owner, { app: 'app', indexer: 'indexer' })
  await owner.end()
  const urls = {
    appUrl: roleUrl(ownerUrl, 'app', 'app'),
    indexerUrl: roleUrl(ownerUrl, 'chain', 'indexer'),
  }
  await migrateAs(urls.indexerUrl, 'chain')
  await migrateAs(urls.appUrl, 'app')
  return urls
}

const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** A Postgres of its own, gone after `stop`; what is not meant to be measured need not wait for the disk. */
export async function startChaosServer(settings: Record<string, string> = careless): Promise<ChaosServer> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-chaos-'))
  const postgres = await startPostgres({
    folder: join(folder, 'pg'),
    port: await freePort(),
    password: 'chaos',
    settings,
  })
  let count = 0
  const create = async () => {
    const name = `chaos_${++count}`
    const server = connect(postgres.url, { name: 'chaos', max: 1 })
    await server`create database ${server(name)}`
    await server.end()
    const url = new URL(postgres.url)
    url.pathname = `/${name}`
    return prepare(url.href)
  }
  const stop = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { create, stop }
}
