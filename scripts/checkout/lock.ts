import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const POLL_MS = 200
const BEAT_MS = 5_000
/** A holder that has not shown itself for so long is gone, whatever process has its number now. */
const STALE_MS = 30_000

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Who holds it died, or sleeps for good. */
function isStale(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    const age = Date.now() - statSync(file).mtimeMs
    // A holder writes its number right after it made the file.
    return pid > 0 ? !isAlive(pid) || age > STALE_MS : age > 1_000
  } catch {
    return false
  }
}

function tryTake(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Only one of those that find it stale moves it away. */
function clear(file: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    // Somebody cleared and took it between our look and our hand: it goes back.
    if (isStale(aside)) rmSync(aside, { force: true })
    else renameSync(aside, file)
  } catch {
    // Another was faster.
  }
}

/**
 * One guest per shop and machine: waits until no other process of this folder is at the origin.
 * @param waiting called once when it has to wait
 */
export async function lockOrigin(folder: string, origin: string, waiting: () => void): Promise<() => void> {
  const name = `${createHash('sha256').update(origin).digest('hex').slice(0, 20)}.lock`
  mkdirSync(join(folder, 'locks'), { recursive: true, mode: 0o700 })
  const file = join(folder, 'locks', name)
  for (let tries = 0; !tryTake(file); tries++) {
    if (isStale(file)) clear(file)
    else {
      if (tries === 0) waiting()
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), BEAT_MS)
  beat.unref()
  return () => {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
}
