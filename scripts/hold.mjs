// A lock between processes: a folder that names its holder. Plain JS without dependencies, since the launcher uses it
// before anything is installed.
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** When a process started (clock ticks since boot), so that a reused pid is not taken for the old holder. '' where /proc is missing. */
export function startedAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** True when the process runs; a zombie does not. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return stat[stat.lastIndexOf(')') + 2] !== 'Z'
  } catch {
    return true
  }
}

function readHolder(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8'))
  } catch {
    return undefined
  }
}

const holds = (holder) => isAlive(holder.pid) && startedAt(holder.pid) === holder.started

/** Removes a lock whose holder died. The rename decides between two processes that see the same dead holder. */
function clear(folder, dead) {
  const aside = `${folder}.dead-${process.pid}`
  try {
    renameSync(folder, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  // Someone cleared and took it between our look and our rename: give it back.
  if (moved && (moved.pid !== dead?.pid || moved.started !== dead?.started)) renameSync(aside, folder)
  else rmSync(aside, { recursive: true, force: true })
}

/**
 * Takes the lock when it is free or its holder is dead. Never waits.
 * @param {string} folder path of the lock; its parent is made
 * @returns {{ release: () => void, holder?: undefined } | { holder: number, release?: undefined }} holder: the living process that has it
 */
export function tryHold(folder) {
  mkdirSync(dirname(folder), { recursive: true })
  const mine = { pid: process.pid, started: startedAt(process.pid) }
  const draft = mkdtempSync(`${folder}.new-`)
  writeFileSync(join(draft, 'holder.json'), JSON.stringify(mine))
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        // Moving onto a folder that is not empty fails: the lock appears with its holder's name in it, or not at all.
        renameSync(draft, folder)
        return { release: () => rmSync(folder, { recursive: true, force: true }) }
      } catch (error) {
        if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code)) throw error
      }
      const holder = readHolder(folder)
      if (holder && holds(holder)) return { holder: holder.pid }
      clear(folder, holder)
    }
    return { holder: readHolder(folder)?.pid ?? 0 }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/**
 * Takes the lock, waiting for a living holder as long as it takes.
 * @param {string} folder
 * @param {(holder: number) => void} [onWait] called once, when it has to wait
 * @returns {Promise<() => void>} release
 */
export async function hold(folder, onWait) {
  for (let waited = false; ; waited = true) {
    const { release, holder } = tryHold(folder)
    if (release) return release
    if (!waited) onWait?.(holder)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}
