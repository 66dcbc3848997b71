import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Final } from '../../core/errors.ts'
import { isUntouched, loadTable, refill } from '../../db/backup/load.ts'
import { appliedMigrations, readTable } from '../../db/backup/read.ts'
import type { Db, Sql } from '../../db/client.ts'
import { migrate, type Schema } from '../../db/migrate.ts'
import { inTransaction } from '../../db/transaction.ts'
import { broken, hashOf } from '../backup/files.ts'
import { type DumpedTable, fileOf, type Manifest } from '../backup/manifest.ts'

/** The rows of a table as they were written; what cannot be read or unpacked ends the stream with its error. */
function rowsOf(folder: string, table: DumpedTable): Readable {
  const rows = createGunzip()
  createReadStream(join(folder, fileOf(table)))
    .on('error', (error) => rows.destroy(error))
    .pipe(rows)
  return rows
}

/** @throws Final `backup.broken` */
async function checkTable(folder: string, table: DumpedTable): Promise<void> {
  const found = await hashOf(rowsOf(folder, table)).catch((cause: unknown) => {
    throw broken(fileOf(table), cause)
  })
  if (found !== table.sha256) throw broken(fileOf(table))
}

/** Before anything is changed. @throws Final `backup.broken` */
export async function checkTables(folder: string, { tables }: Manifest): Promise<void> {
  for (const table of tables) await checkTable(folder, table)
}

async function load(tx: Db, folder: string, table: DumpedTable): Promise<void> {
  await loadTable(tx, table, rowsOf(folder, table))
  if ((await hashOf(await readTable(tx, table))) === table.sha256) return
  throw new Final({
    code: 'backup.broken',
    message: `What ${table.schema}.${table.name} holds after loading is not what the backup has.`,
    fix: 'Nothing of it was kept. Is the server older than the one that was saved?',
  })
}

async function requireEmpty(sql: Sql, schema: Schema, wanted: readonly { name: string }[]): Promise<void> {
  const applied = await appliedMigrations(sql, schema)
  const known = new Set(wanted.map(({ name }) => name))
  const newer = applied.find(({ name }) => !known.has(name))
  if (!newer && (await isUntouched(sql, schema))) return
  throw new Final({
    code: 'backup.target',
    message: newer
      ? `Schema ${schema} of this database is newer than the backup: it ran ${newer.name}.`
      : `Schema ${schema} of this database is in use: nothing was restored.`,
    fix: 'Restore into a new, empty database; it is brought up to date afterwards.',
  })
}

export type LoadOptions = { schema: Schema; folder: string; manifest: Manifest }

/**
 * One schema from a backup, whole or not at all: as it was, compared row by row, and nothing more.
 * @param sql of the role that owns it
 * @throws Final `backup.target`, `backup.broken`, `db.schema-newer`, `db.migration-edited`
 */
export async function loadSchema(sql: Sql, { schema, folder, manifest }: LoadOptions): Promise<void> {
  const migrations = manifest.migrations[schema]
  await migrate(sql, schema, migrations)
  await requireEmpty(sql, schema, migrations)
  const tables = manifest.tables.filter((table) => table.schema === schema)
  await inTransaction(sql, (tx) =>
    refill(tx, { schema, tables }, async () => {
      for (const table of tables) await load(tx, folder, table)
    }),
  )
}
