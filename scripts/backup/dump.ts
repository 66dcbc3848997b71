import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { appliedMigrations, readTable, serverVersion } from '../../db/backup/read.ts'
import { type BackupTable, listTables } from '../../db/backup/tables.ts'
import { inSnapshot } from '../../db/chain/audit.ts'
import type { Db, Sql } from '../../db/client.ts'
import { hashing } from './files.ts'
import { type DumpedTable, fileOf, type Manifest } from './manifest.ts'

async function dumpTable(tx: Db, table: BackupTable, folder: string): Promise<DumpedTable> {
  const path = join(folder, fileOf(table))
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  const counted = hashing(hash, (count) => {
    bytes += count
  })
  await pipeline(await readTable(tx, table), counted, createGzip(), createWriteStream(path, { mode: 0o600 }))
  return { ...table, columns: [...table.columns], bytes, sha256: hash.digest('hex') }
}

/**
 * Both schemas as they are at one moment, table by table, while everything runs on. The app's role may read them all.
 * @param folder of the backup
 */
export async function dumpDatabase(sql: Sql, folder: string): Promise<Omit<Manifest, 'files'>> {
  return inSnapshot(sql, async (tx) => {
    const tables: DumpedTable[] = []
    const postgres = await serverVersion(tx)
    const at = new Date().toISOString()
    for (const schema of ['chain', 'app'] as const)
      for (const table of await listTables(tx, schema)) tables.push(await dumpTable(tx, table, folder))
    const migrations = {
      app: [...(await appliedMigrations(tx, 'app'))],
      chain: [...(await appliedMigrations(tx, 'chain'))],
    }
    return { snpd_backup: 1, at, postgres, migrations, tables }
  })
}
