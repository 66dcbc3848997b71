import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Sql } from '../../../db/client.ts'
import { havePostgis, startPostgres15 } from '../../../test/support/external.ts'
import { freePort } from '../../engines/ports.ts'
import { startPostgres } from '../../engines/postgres.ts'
import { prepare } from '../auth/ground.ts'

export type Ground = {
  /** The app's, as the web process has it. */
  appUrl: string
  /** The superuser's only connection. */
  admin: Sql
  hasPostgis: boolean
  stop: () => Promise<void>
}

type Server = { url: string; adminUrl: string; stop: () => Promise<void> }

async function embedded(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-bench-feed-'))
  const where = { folder: join(folder, 'pg'), port: await freePort() }
  const server = await startPostgres({ ...where, password: 'bench' })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: server.url, adminUrl: server.url, stop }
}

/** A new database with default settings: Debian's Postgres with PostGIS where it can be had, else ours from npm. */
export async function openGround(): Promise<Ground> {
  const hasPostgis = havePostgis()
  const server = hasPostgis ? await startPostgres15() : await embedded()
  const admin = connect(server.adminUrl, { name: 'bench', max: 1 })
  if (hasPostgis) await admin`create extension postgis`
  const appUrl = await prepare(server.url)
  const stop = async () => {
    await admin.end({ timeout: 5 })
    await server.stop()
  }
  return { appUrl, admin, hasPostgis, stop }
}
