import type { Sql } from '../../../db/client.ts'
import { postgresSeconds, secondsOf } from '../alerts/cpu.ts'
import { treeOf } from '../checkout/load.ts'

/** Seconds of processor by whom. */
export type Cost = Record<'web' | 'Postgres' | 'worker and browser' | 'who asks', number>
type Pids = { web: number; worker: number; crowds: number[] }

async function secondsNow(sql: Sql, { web, worker, crowds }: Pids): Promise<Cost> {
  const sum = (pids: readonly number[]) => pids.reduce((all, pid) => all + secondsOf(pid), 0)
  return {
    ...{ web: secondsOf(web), Postgres: await postgresSeconds(sql) },
    ...{ 'worker and browser': sum(treeOf(worker)), 'who asks': sum(crowds) },
  }
}

/** What a time costs, from here to the call of what it returns. Processes that end meanwhile are not counted. */
export async function startCost(sql: Sql, pids: Pids): Promise<() => Promise<Cost>> {
  const before = await secondsNow(sql, pids)
  return async () => {
    const after = await secondsNow(sql, pids)
    const entries = Object.entries(after).map(([name, seconds]) => [
      name,
      seconds - before[name as keyof Cost],
    ])
    return Object.fromEntries(entries) as Cost
  }
}

export type Statement = { calls: number; ms: number; mean: number; query: string }

/** What took the database longest since the last `forgetStatements`. */
export async function dearestStatements(admin: Sql, limit: number): Promise<Statement[]> {
  return admin<Statement[]>`
    select calls::int4 as calls, total_exec_time as ms, mean_exec_time as mean,
      left(regexp_replace(query, '\\s+', ' ', 'g'), 100) as query
    from pg_stat_statements where toplevel order by total_exec_time desc limit ${limit}`
}

export async function forgetStatements(admin: Sql): Promise<void> {
  await admin`select pg_stat_statements_reset()`
}
