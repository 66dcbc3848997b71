import { spawn } from 'node:child_process'
import { shell } from './shell.ts'

export type Ended = { code: number | null; out: string; err: string }
export type Command = {
  pid: number
  /** What it has printed so far. */
  said: () => string
  /** How it ended, and all it said. */
  ended: Promise<Ended>
  stop: () => Promise<Ended>
  /** SIGKILL, and gone. */
  kill: () => Promise<Ended>
  /** SIGSTOP, or SIGCONT after it. */
  freeze: (isFrozen: boolean) => void
}

/** One of our command lines, as a person's shell runs it, without a terminal. */
export function launch(script: string, args: string[], env: Record<string, string> = {}): Command {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...shell(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString()
  })
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString()
  })
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, out, err })))
  const stop = async () => {
    child.kill('SIGTERM')
    return ended
  }
  const kill = async () => {
    child.kill('SIGKILL')
    return ended
  }
  const freeze = (isFrozen: boolean) => void child.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT')
  return { pid: child.pid ?? 0, said: () => out, ended, stop, kill, freeze }
}
