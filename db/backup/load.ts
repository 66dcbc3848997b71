import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Db } from '../client.ts'
import type { Schema } from '../migrate.ts'
import { type BackupTable, columnsOf } from './tables.ts'

type ForeignKey = { table: string; name: string; definition: string }

/** True when nobody is a member there and nothing is mirrored. */
export async function isUntouched(db: Db, schema: Schema): Promise<boolean> {
  const table = schema === 'app' ? 'app.member' : 'chain.cursor'
  const [row] = await db`select 1 from ${db(table)} limit 1`
  return row === undefined
}

async function foreignKeys(tx: Db, schema: Schema): Promise<ForeignKey[]> {
  return tx<ForeignKey[]>`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = to_regnamespace(${schema}) order by conname`
}

/**
 * Runs `fill` on a schema whose tables are empty, whose triggers sleep and whose references are not looked at before all rows are
 * there: then each of them is. The owner of the tables may do that, no superuser is needed.
 */
export async function refill(
  tx: Db,
  { schema, tables }: { schema: Schema; tables: readonly BackupTable[] },
  fill: () => Promise<void>,
): Promise<void> {
  const keys = await foreignKeys(tx, schema)
  const names = tables.map((table) => `${schema}."${table.name}"`)
  for (const { table, name } of keys) await tx.unsafe(`alter table ${table} drop constraint ${name}`)
  for (const name of names) await tx.unsafe(`alter table ${name} disable trigger user`)
  // What migrations put there is in the backup as it had become.
  if (names.length > 0) await tx.unsafe(`truncate ${names.join(', ')}`)
  await fill()
  for (const name of names) await tx.unsafe(`alter table ${name} enable trigger user`)
  for (const { table, name, definition } of keys)
    await tx.unsafe(`alter table ${table} add constraint ${name} ${definition}`)
  await goOnCounting(tx, schema)
}

/** Sequences go on after the highest number there. */
async function goOnCounting(tx: Db, schema: Schema): Promise<void> {
  const counted = await tx<{ table: string; column: string; sequence: string }[]>`
    select c.oid::regclass::text as table, quote_ident(a.attname) as column, s.sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      cross join lateral (select pg_get_serial_sequence(c.oid::regclass::text, a.attname) as sequence) s
    where c.relnamespace = to_regnamespace(${schema}) and c.relkind = 'r' and s.sequence is not null`
  for (const { table, column, sequence } of counted)
    await tx.unsafe(`select setval('${sequence}', coalesce(max(${column}), 0) + 1, false) from ${table}`)
}

/** Writes rows of COPY's text into a table. */
export async function loadTable(tx: Db, table: BackupTable, rows: Readable): Promise<void> {
  const query = tx.unsafe(`copy ${columnsOf(table)} from stdin`)
  const failed = Promise.withResolvers<never>()
  // As db/copy/copy.ts: of what fails after the stream's end postgres.js 3.4.9 tells nobody but this.
  Object.assign(query, { reject: failed.reject })
  const copied = query.writable().then((stream) => pipeline(rows, stream))
  await Promise.race([copied, failed.promise])
}
