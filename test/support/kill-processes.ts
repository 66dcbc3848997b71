import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

// Of /proc: which processes a worker has, and whose a connection is.

export const haveProc = existsSync('/proc/self/stat')

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It ended while we looked.
    return ''
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name))
  } catch {
    return []
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

type Stat = { pid: number; parent: number; group: number; state: string }

function statOf(pid: string): Stat | undefined {
  const [, state = '', parent, group] = /^\d+ \(.*\) (\S) (\d+) (\d+)/s.exec(read(`/proc/${pid}/stat`)) ?? []
  return parent ? { pid: Number(pid), parent: Number(parent), group: Number(group), state } : undefined
}

const allStats = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statOf(pid) ?? [])

/** The browsers that a process has launched: each leads a group of its own, which its renderers are in. */
export function browsersOf(worker: number): number[] {
  return allStats()
    .filter(({ pid, parent, group }) => parent === worker && group === pid)
    .map(({ pid }) => pid)
}

/** Those of these groups that still have a process; one that ended and was not asked after has none. */
export function livingGroups(groups: Iterable<number>): number[] {
  const alive = new Set(allStats().flatMap(({ group, state }) => (state === 'Z' ? [] : [group])))
  return [...groups].filter((group) => alive.has(group))
}

/** Which of these processes holds the connection that comes from this port. */
export function ownerOf(port: number, pids: readonly number[]): number | undefined {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  const line = read('/proc/net/tcp')
    .split('\n')
    .map((each) => each.trim().split(/\s+/))
    .find(([, local = '']) => local.endsWith(`:${hex}`))
  const socket = `socket:[${line?.[9]}]`
  return line && pids.find((pid) => list(`/proc/${pid}/fd`).some((fd) => linkOf(fd) === socket))
}
