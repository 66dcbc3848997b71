import { existsSync } from 'node:fs'
import { Final } from '../../core/errors.ts'
import { endOpenPurchases } from '../../db/backup/after.ts'
import { connect, type Sql } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { placeStores } from '../../db/places/place.ts'
import { inTransaction } from '../../db/transaction.ts'
import { putFiles } from '../backup/files.ts'
import { readManifest } from '../backup/manifest.ts'
import { checkTables, loadSchema } from './load.ts'

export type RestoreOptions = {
  from: string
  appUrl: string
  indexerUrl: string
  /** Where pictures go; undefined: they are in a bucket. */
  photos: string | undefined
  /** Folder of the local chain; undefined: the chain is not ours to restore. */
  chain: string | undefined
}
export type Restored = { tables: number; files: number; ended: number; at: string }

async function using<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(url, { name: 'restore', max: 1 })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

/** A chain that was begun meanwhile would not be the one that the mirror knows. */
function requireNoChain(chain: string): void {
  if (!existsSync(`${chain}/state.json`)) return
  throw new Final({
    code: 'backup.target',
    message: `There is a chain already in ${chain}: nothing was restored.`,
    fix: 'Restore into a data folder that holds nothing but secrets.json and keys.',
  })
}

/** @throws Final `backup.*`, `db.*` */
export async function performRestore(options: RestoreOptions): Promise<Restored> {
  const { from, appUrl, indexerUrl, photos, chain } = options
  const manifest = readManifest(from)
  await checkTables(from, manifest)
  if (chain) requireNoChain(chain)
  const put = async (under: string, to: string | undefined) =>
    to === undefined ? 0 : putFiles(manifest.files, { folder: from, under, to })
  await using(indexerUrl, async (sql) => {
    await loadSchema(sql, { schema: 'chain', folder: from, manifest })
    await migrate(sql, 'chain')
  })
  const ended = await using(appUrl, async (sql) => {
    await loadSchema(sql, { schema: 'app', folder: from, manifest })
    await migrate(sql, 'app')
    await placeStores(sql)
    return inTransaction(sql, endOpenPurchases)
  })
  const files = (await put('photos', photos)) + (await put('chain', chain))
  return { tables: manifest.tables.length, files, ended, at: manifest.at }
}
