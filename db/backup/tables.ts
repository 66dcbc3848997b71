import type { Db } from '../client.ts'
import type { Schema } from '../migrate.ts'

export type BackupTable = {
  schema: Schema
  name: string
  /** Quoted; without those that Postgres works out by itself. */
  columns: string[]
}

/**
 * What a restored installation begins without: who was signed in (a session that was ended since would live again), what
 * protects a moment (nonces, limits, answers kept for a repeated question), and what processes say of themselves.
 */
const passing = [
  ...['session', 'nonce', 'login_attempt', 'rate_limit', 'idempotency', 'confirmation'],
  ...['heartbeat', 'live_page', 'shop_visitor', 'socket_io_attachments', 'migration'],
]

/** The tables of a schema that a backup has, by name. */
export async function listTables(db: Db, schema: Schema): Promise<BackupTable[]> {
  return db<BackupTable[]>`
    select ${schema} as schema, c.relname as name,
      array_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = to_regnamespace(${schema}) and c.relkind = 'r' and not (c.relname = any(${passing}))
    group by c.relname order by c.relname`
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** As COPY takes it. */
export function columnsOf({ schema, name, columns }: BackupTable): string {
  return `${schema}.${quoted(name)} (${columns.join(', ')})`
}
