import postgres from 'postgres'
import { Retryable } from '../core/errors.ts'

/**
 * postgres.js binds a bigint as int8, which wei overflows: bind amounts as `String(wei)`, the server infers numeric.
 * Whole-number `numeric` and `int8` columns arrive as bigint: no amount is ever rounded through a double.
 */
const types = {
  bigint: postgres.BigInt,
  numeric: {
    to: 1700,
    from: [1700],
    serialize: (value: bigint) => value.toString(),
    parse: (text: string) => BigInt(text),
  },
}

export type Sql = postgres.Sql<{ bigint: bigint; numeric: bigint }>
/** A transaction, or a whole client: what a query module takes. */
export type Db = Sql | postgres.TransactionSql<{ bigint: bigint; numeric: bigint }>

export type ConnectOptions = {
  /** Shown in pg_stat_activity. */
  name: string
  /** Connections in the pool. */
  max?: number
  /**
   * True by default. Arrays cost a question at connecting, and when the connection is lost in just that moment
   * postgres.js 3.4.9 rejects a promise that nobody can catch, which ends a process without `surviveLostLogins`.
   */
  arrays?: boolean
  /** Server settings for its sessions. */
  settings?: Record<string, string>
}

/** A pooled client. Opens no connection until the first query; close it with `sql.end()`. */
export function connect(url: string, { name, max = 8, arrays = true, settings }: ConnectOptions): Sql {
  return postgres(url, {
    max,
    types,
    fetch_types: arrays,
    onnotice: () => undefined,
    connect_timeout: 10,
    connection: { application_name: `snpd-${name}`, TimeZone: 'UTC', ...settings },
  })
}

/**
 * Resolves when the server answers a query.
 * @throws Retryable `db.unreachable`
 */
export async function ping(sql: Sql): Promise<void> {
  await sql`select 1`.catch((cause: Error) => {
    const where = `${sql.options.host.join()}:${sql.options.port.join()}/${sql.options.database}`
    throw new Retryable({
      code: 'db.unreachable',
      message: `Postgres at ${where} does not answer: ${cause.message || String(cause)}.`,
      fix: 'Check DATABASE_URL and that the server is running and lets this user in.',
      cause,
    })
  })
}
