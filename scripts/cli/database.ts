import { connect, ping, type Sql } from '../../db/client.ts'
import { findAppUrl } from '../seed/running.ts'

type Which = { data: string; name: string; max?: number }

/** Lends the database of APP_DATABASE_URL or DATABASE_URL, or the one that `npm start` runs on a data folder. @param name as it shows in pg_stat_activity */
export async function withDatabase<Result>(
  { data, name, max = 2 }: Which,
  environment: Record<string, string | undefined>,
  use: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  const sql = connect(findAppUrl(data, environment), { name, max })
  try {
    await ping(sql)
    return await use(sql)
  } finally {
    await sql.end({ timeout: 2 })
  }
}
