import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '../hold.mjs'

/** Sends a signal; a process that is gone is no error. A negative pid is a process group. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // ESRCH: it ended by itself.
  }
}

/** Resolves when all are gone, or after the deadline: true when all are gone. */
export async function waitGone(pids: number[], milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds
  while (pids.some(isAlive)) {
    if (Date.now() > until) return false
    await sleep(20)
  }
  return true
}

/** One process to stop: rank 0 first. It leads a process group of its own. */
export type Member = { pid: number; rank: number; signal: NodeJS.Signals }

/** Milliseconds each rank has to end by itself; together under the 10 s a stop may take. */
const patience = [2500, 2500, 1000, 1500, 1500]

/** Stops rank by rank: what uses a thing ends before the thing. Whoever is late, and whatever it started, is killed. */
export async function stopInOrder(members: Member[]): Promise<void> {
  for (const [rank, milliseconds] of patience.entries()) {
    const group = members.filter((member) => member.rank === rank)
    for (const { pid, signal } of group) kill(pid, signal)
    await waitGone(
      group.map(({ pid }) => pid),
      milliseconds,
    )
    for (const { pid } of group) kill(-pid, 'SIGKILL')
  }
}
