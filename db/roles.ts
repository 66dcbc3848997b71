import type { Db, Sql } from './client.ts'
import { inTransaction } from './transaction.ts'

export type RolePasswords = { app: string; indexer: string }

/** The login role that owns a schema in one database; roles are cluster-wide, so they carry the database's name. */
export function roleName(database: string, schema: 'app' | 'chain'): string {
  return `${database}_${schema === 'app' ? 'app' : 'indexer'}`
}

async function ensureLogin(sql: Db, role: string, password: string): Promise<void> {
  const [found] = await sql`select 1 from pg_roles where rolname = ${role}`
  const verb = found ? 'alter' : 'create'
  // Utility statements take no parameters; the password is quoted by the server itself.
  const [quoted] = await sql<{ literal: string }[]>`select quote_literal(${password}) as literal`
  await sql.unsafe(`${verb} role "${role}" login password ${quoted?.literal}`)
  await sql`grant ${sql(role)} to current_user`
}

/**
 * Creates (or re-keys) the two login roles and the schemas they own: `app` and `queue` for the product, `chain` for
 * the indexer alone. Idempotent; run by the database's owner.
 */
export async function ensureRoles(sql: Sql, passwords: RolePasswords): Promise<void> {
  await inTransaction(sql, async (tx) => {
    // Two that begin at once would both find no role, and one would fail to make it.
    await tx`select pg_advisory_xact_lock(hashtext('snpd.roles'))`
    await makeRoles(tx, passwords)
  })
}

async function makeRoles(sql: Db, passwords: RolePasswords): Promise<void> {
  const [row] = await sql<{ database: string }[]>`select current_database() as database`
  const database = row?.database ?? ''
  const app = roleName(database, 'app')
  const indexer = roleName(database, 'chain')
  await ensureLogin(sql, app, passwords.app)
  await ensureLogin(sql, indexer, passwords.indexer)
  await sql`grant connect, create on database ${sql(database)} to ${sql(app)}`
  await sql`grant connect on database ${sql(database)} to ${sql(indexer)}`
  await sql`create schema if not exists app authorization ${sql(app)}`
  await sql`create schema if not exists queue authorization ${sql(app)}`
  await sql`create schema if not exists chain authorization ${sql(indexer)}`
  await sql`grant usage on schema chain to ${sql(app)}`
  await sql`alter default privileges for role ${sql(indexer)} in schema chain grant select on tables to ${sql(app)}`
}

/** The owner's URL with another role's name and password. */
export function roleUrl(ownerUrl: string, schema: 'app' | 'chain', password: string): string {
  const url = new URL(ownerUrl)
  url.username = roleName(url.pathname.slice(1), schema)
  url.password = password
  return url.href
}
