import type { Db, Sql } from './client.ts'

/** The database's time: what leases, deadlines and windows are measured by, whatever the clock of a machine says (ADR 050). */
export async function databaseNow(db: Db): Promise<Date> {
  const [row] = await db<{ now: Date }[]>`select clock_timestamp() as now`
  if (!row) throw new Error('a row of no table is missing')
  return row.now
}

export type Clock = {
  /** The database's time, without asking it. */
  now: () => Date
  stop: () => void
}

/** How far quartz drifts in this time is less than an answer of the database may be late. Milliseconds. */
const EVERY_MS = 60_000

/**
 * The database's time for those who ask often or cannot wait: read once, then counted on by the steady clock of this process,
 * which nobody sets; read again every minute. As exact as half of the fastest answer's way.
 * @throws what the first question does
 */
export async function openClock(sql: Sql, everyMs = EVERY_MS): Promise<Clock> {
  let offset = 0
  const read = async () => {
    const asked = performance.now()
    const told = await databaseNow(sql)
    offset = told.getTime() - (asked + performance.now()) / 2
  }
  await read()
  // While the database does not answer the process counts on.
  const timer = setInterval(() => void read().catch(() => undefined), everyMs).unref()
  return { now: () => new Date(offset + performance.now()), stop: () => clearInterval(timer) }
}
