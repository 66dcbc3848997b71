import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Member } from './signal.ts'

export type Watchdog = {
  started: (member: Member) => void
  ended: (pid: number) => void
  /** Everything is stopped: the guard may go. */
  done: () => void
}

/** Starts the guard process (guard.ts). It must not carry the run's mark, or it would end itself. */
export function startWatchdog(run: string, postgresFolder: string): Watchdog {
  const { SNPD_RUN: _, ...env } = process.env
  const file = fileURLToPath(new URL('./guard.ts', import.meta.url))
  const child = spawn(process.execPath, [file, run, postgresFolder], {
    env,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.stdin.on('error', () => undefined)
  const tell = (line: object) => child.stdin.write(`${JSON.stringify(line)}\n`)
  return {
    started: (member) => tell({ say: 'started', ...member }),
    ended: (pid) => tell({ say: 'ended', pid }),
    done: () => child.stdin.end(`${JSON.stringify({ say: 'done' })}\n`),
  }
}
