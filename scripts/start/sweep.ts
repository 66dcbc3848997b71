import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '../hold.mjs'
import { kill, waitGone } from './signal.ts'

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Gone meanwhile, or another user's.
    return ''
  }
}

/** Pids whose environment at birth has SNPD_RUN starting with the mark. Empty where /proc is missing. */
export function findMarked(mark: string): number[] {
  if (!existsSync('/proc/self/environ')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => `\0${read(`/proc/${name}/environ`)}`.includes(`\0SNPD_RUN=${mark}`))
    .map(Number)
}

/** The postmaster that a crashed run left in this folder; a reused pid is not taken for it. */
function postmaster(folder: string): number[] {
  const pid = Number(read(join(folder, 'postmaster.pid')).split('\n')[0])
  if (!(pid > 1) || !isAlive(pid)) return []
  const command = read(`/proc/${pid}/cmdline`)
  return !existsSync('/proc/self') || command.includes(folder) ? [pid] : []
}

/**
 * Ends every process of a run, also those that moved to a session of their own (browsers): SIGTERM (SIGINT for
 * Postgres, its fast shutdown), SIGKILL two seconds later.
 * @param mark SNPD_RUN of the run, or `<folder>#` for every run on that folder
 */
export async function sweep(mark: string, { postgres }: { postgres?: string } = {}): Promise<void> {
  const masters = postgres ? postmaster(postgres) : []
  const others = findMarked(mark).filter((pid) => !masters.includes(pid))
  for (const pid of others) kill(pid, 'SIGTERM')
  for (const pid of masters) kill(pid, 'SIGINT')
  await waitGone([...others, ...masters], 2000)
  for (const pid of [...findMarked(mark), ...masters]) kill(pid, 'SIGKILL')
  await waitGone([...others, ...masters], 1000)
}
