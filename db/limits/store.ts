import type { Sql } from '../client.ts'

type Query = { text: string; values?: unknown[] }
type Row = Record<string, unknown>

const asNumber = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value)
const plain = (row: Row) =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, asNumber(value)]))

/**
 * Our client in the clothes of node-postgres, as rate-limiter-flexible's RateLimiterPostgres wants its store. The
 * statements are the library's; it counts in doubles, and its times (milliseconds) and points fit.
 */
export function limitStore(sql: Sql): {
  query: (query: Query) => Promise<{ rows: Row[]; rowCount: number }>
} {
  return {
    query: async ({ text, values = [] }) => {
      const rows = await sql.unsafe<Row[]>(text, values as string[], { prepare: true })
      return { rows: rows.map(plain), rowCount: rows.count }
    },
  }
}
