import { connect, type Sql } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { ensureRoles, roleUrl } from '../../db/roles.ts'
import { startPostgres15 } from './external.ts'

export type PostgisDatabase = { app: Sql; close: () => Promise<void> }

/** A migrated database on a Postgres 15 as an operator has it: PostGIS by its superuser, everything else by its owner. */
export async function openPostgis(): Promise<PostgisDatabase> {
  const { url, adminUrl, stop } = await startPostgres15()
  const admin = connect(adminUrl, { name: 'test', max: 1 })
  await admin`create extension postgis`
  await admin.end()
  const owner = connect(url, { name: 'test', max: 1 })
  await ensureRoles(owner, { app: 'app', indexer: 'indexer' })
  await owner.end()
  const indexer = connect(roleUrl(url, 'chain', 'indexer'), { name: 'test', max: 1 })
  await migrate(indexer, 'chain')
  await indexer.end()
  const app = connect(roleUrl(url, 'app', 'app'), { name: 'test', max: 4 })
  await migrate(app, 'app')
  const close = async () => {
    await app.end({ timeout: 2 })
    await stop()
  }
  return { app, close }
}
