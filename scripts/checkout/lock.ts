import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { LEASE_MS } from '../../core/manners/entry.ts'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Whose file it is died, or has not shown itself for so long that it counts as gone, whatever process has its number now.
 * False where there is none.
 */
export function isStale(file: string, longestMs: number): boolean {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    const age = Date.now() - statSync(file).mtimeMs
    // A holder writes its number right after it made the file.
    return pid > 0 ? !isAlive(pid) || age > longestMs : age > 1_000
  } catch {
    return false
  }
}

/** Only one of those that find it stale moves it away. */
function clear(file: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    // Somebody cleared and took it between our look and our hand: it goes back.
    if (isStale(aside, LEASE_MS)) rmSync(aside, { force: true })
    else renameSync(aside, file)
  } catch {
    // Another was faster.
  }
}

/** Somebody who lives has the lock; the lock of one who is gone is cleared away. */
export function isLocked(file: string): boolean {
  if (isStale(file, LEASE_MS)) clear(file)
  return statSync(file, { throwIfNoEntry: false }) !== undefined
}

/** Takes the lock for this process, under a name of its own; false when another has it. */
export function takeLock(file: string, name: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${name}`, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Shows that its holder lives; false when it has another holder by now. */
export function keepLock(file: string, name: string): boolean {
  try {
    if (readFileSync(file, 'utf8') !== `${process.pid} ${name}`) return false
    utimesSync(file, new Date(), new Date())
    return true
  } catch {
    return false
  }
}

/** Gives it back, if it is still its own. */
export function dropLock(file: string, name: string): void {
  if (keepLock(file, name)) rmSync(file, { force: true })
}
