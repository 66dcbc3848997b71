import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { ensureRoles, roleUrl } from '../../db/roles.ts'
import { freePort } from '../engines/ports.ts'
import { startPostgres } from '../engines/postgres.ts'

export type MirrorServer = {
  /** A new database with an empty mirror in it. @returns its URL, as the indexer's role */
  create: () => Promise<string>
  stop: () => Promise<void>
}

async function prepare(ownerUrl: string): Promise<string> {
  const owner = connect(ownerUrl, { name: 'chaos', max: 1 })
  await ensureRoles(owner, { app: 'app', indexer: 'indexer' })
  await owner.end()
  const url = roleUrl(ownerUrl, 'chain', 'indexer')
  const indexer = connect(url, { name: 'chaos', max: 1 })
  await migrate(indexer, 'chain')
  await indexer.end()
  return url
}

/** A Postgres of its own, gone after `stop`. */
export async function startMirrorServer(): Promise<MirrorServer> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-chaos-'))
  const postgres = await startPostgres({
    folder: join(folder, 'pg'),
    port: await freePort(),
    password: 'chaos',
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  })
  let count = 0
  const create = async () => {
    const name = `mirror_${++count}`
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
