import { readFileSync } from 'node:fs'
import type { Sql } from '../../../db/client.ts'

/** Linux counts a process's time in hundredths of a second for whoever asks (proc(5), stat). */
const TICK = 0.01

export function secondsOf(pid: number): number {
  try {
    // What stands behind the name, which may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK
  } catch {
    return 0
  }
}

/** Seconds of processor that the server's processes have used, those that are there now; 0 where nobody tells. */
export async function postgresSeconds(sql: Sql): Promise<number> {
  const rows = await sql<{ pid: number }[]>`select pid from pg_stat_activity`
  return rows.reduce((sum, { pid }) => sum + secondsOf(pid), 0)
}

/** The same of this process. */
export function ownSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
