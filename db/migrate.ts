import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Final } from '../core/errors.ts'
import type { Db, Sql } from './client.ts'
import { inTransaction } from './transaction.ts'

export type Schema = 'app' | 'chain'
type Migration = { name: string; text: string; hash: string }
type Applied = { name: string; hash: string }

function migrationsOf(schema: Schema): Migration[] {
  const folder = new URL(`./migrations/${schema}/`, import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    })
}

/** The migrations still to run. @throws Final when the database ran one this code does not have, or another text of it. */
function pending(known: Migration[], applied: Applied[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]))
  for (const { name, hash } of applied) {
    const migration = byName.get(name)
    if (!migration)
      throw new Final({
        code: 'db.schema-newer',
        message: `The database ran migration ${name}, which this version of SNPD does not know.`,
        fix: 'Run the newer version of SNPD, or point DATABASE_URL at another database.',
      })
    if (migration.hash !== hash)
      throw new Final({
        code: 'db.migration-edited',
        message: `Migration ${name} was edited after it ran here.`,
        fix: 'Restore its text and put the change into a new migration.',
      })
  }
  const done = new Set(applied.map(({ name }) => name))
  return known.filter(({ name }) => !done.has(name))
}

async function run(tx: Db, schema: Schema, upTo: readonly Applied[] | undefined): Promise<string[]> {
  await tx`select pg_advisory_xact_lock(hashtext(${`snpd.migrate.${schema}`}))`
  const table = tx(`${schema}.migration`)
  await tx`create table if not exists ${table} (
    name text primary key, hash text not null, applied_at timestamptz not null default now())`
  const applied = await tx<Applied[]>`select name, hash from ${table}`
  const known = migrationsOf(schema)
  const wanted = upTo && new Set(upTo.map(({ name }) => name))
  if (upTo) pending(known, [...upTo])
  const todo = pending(known, applied).filter(({ name }) => wanted?.has(name) ?? true)
  for (const { name, text, hash } of todo) {
    await tx.unsafe(text)
    await tx`insert into ${table} ${tx({ name, hash })}`
  }
  return todo.map(({ name }) => name)
}

/**
 * The migrations of one schema that are still to run; looks only, under no lock.
 * @throws Final `db.schema-newer`, `db.migration-edited`
 */
export async function pendingMigrations(sql: Sql, schema: Schema): Promise<string[]> {
  const [found] = await sql<
    { table: string | null }[]
  >`select to_regclass(${`${schema}.migration`})::text as table`
  const applied = found?.table
    ? await sql<Applied[]>`select name, hash from ${sql(`${schema}.migration`)}`
    : []
  return pending(migrationsOf(schema), applied).map(({ name }) => name)
}

/**
 * Brings one schema up to this code's version, all or nothing, under an advisory lock.
 * @param upTo those alone, for rows of an older version to be loaded first
 * @returns the names of the migrations that ran
 * @throws Final `db.schema-newer`, `db.migration-edited`
 */
export async function migrate(
  sql: Sql,
  schema: Schema,
  upTo?: readonly { name: string; hash: string }[],
): Promise<string[]> {
  return inTransaction(sql, (tx) => run(tx, schema, upTo))
}
