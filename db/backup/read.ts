import type { Readable } from 'node:stream'
import type { Db } from '../client.ts'
import { type BackupTable, columnsOf } from './tables.ts'

/** All rows of a table as COPY's text, in the order in which they lie: what was loaded from a stream gives the same stream. */
export async function readTable(tx: Db, table: BackupTable): Promise<Readable> {
  // A scan that joins another one half-way would begin in the middle.
  await tx`set local synchronize_seqscans = off`
  const rows = await tx.unsafe(`copy ${columnsOf(table)} to stdout`).readable()
  // postgres.js 3.4.9 pauses its socket when we are slow, and forgets to go on when the end had come with what was held back.
  rows.once('end', () => rows._read(0))
  return rows
}

/** What ran on a schema, oldest first. */
export async function appliedMigrations(db: Db, schema: 'app' | 'chain') {
  return db<{ name: string; hash: string }[]>`
    select name, hash from ${db(`${schema}.migration`)} order by name`
}

/** Of the server, for whoever reads the backup later. */
export async function serverVersion(db: Db): Promise<string> {
  const [row] = await db<{ version: string }[]>`select current_setting('server_version') as version`
  return row?.version ?? 'unknown'
}
