import { Final } from '../../core/errors.ts'
import { connect, ping, type Sql } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'

/** The first with `merge`. */
const OLDEST = 15

type Facts = { version: number; user: string; owner: string | null; may_create: boolean }

function refuse(message: string, fix: string): Final {
  return new Final({ code: 'config.invalid', message, fix })
}

async function requireSchema(sql: Sql): Promise<void> {
  const [facts] = await sql<Facts[]>`
    select current_setting('server_version_num')::int as version, current_user as user,
      (select nspowner::regrole::text from pg_namespace where nspname = 'chain') as owner,
      has_database_privilege(current_database(), 'create') as may_create`
  if (!facts || facts.version < OLDEST * 10_000)
    throw refuse(`This Postgres is older than ${OLDEST}.`, 'Use a newer server.')
  if (facts.owner === null && !facts.may_create)
    throw refuse(
      `The user ${facts.user} cannot create schema "chain" in this database.`,
      'Grant it CREATE on the database, or create the schema for it: create schema chain authorization …',
    )
  if (facts.owner !== null && facts.owner.replaceAll('"', '') !== facts.user)
    throw refuse(
      `Schema "chain" of this database belongs to ${facts.owner}, not to ${facts.user}.`,
      'Connect as its owner, or name another database: one indexer writes one schema.',
    )
  if (facts.owner === null) await sql`create schema if not exists chain`
}

/**
 * Makes schema `chain` ready in a database that may have nothing else in it.
 * @throws Retryable `db.unreachable`; Final `config.invalid`, `db.schema-newer`, `db.migration-edited`
 */
export async function prepareSchema(databaseUrl: string): Promise<void> {
  const sql = connect(databaseUrl, { name: 'indexer-setup', max: 1 })
  try {
    await ping(sql)
    await requireSchema(sql)
    await migrate(sql, 'chain')
  } finally {
    await sql.end({ timeout: 1 })
  }
}
