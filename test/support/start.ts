import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { shell } from './shell.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A folder for --data, gone with `remove`. */
export function dataFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'snpd-start-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export type Started = {
  process: ChildProcess
  /** stdout and stderr so far. */
  output: () => string
  /** Resolves to the exit code, 128 for a signal. */
  exited: Promise<number>
  /** Resolves when a line matches; rejects with the output when the process ends before. */
  said: (pattern: RegExp) => Promise<void>
}

/** Runs scripts/start.ts, the supervisor of `npm start`, with the environment's engines unset but for `env`. */
export function startSnpd(args: string[], env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts'), ...args], {
    cwd: root,
    env: { ...shell(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const { promise: exited, resolve } = Promise.withResolvers<number>()
  child.once('close', (code) => resolve(code ?? 128))
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  const said = (pattern: RegExp) => {
    const { promise, resolve: found, reject } = Promise.withResolvers<void>()
    const look = () => {
      if (pattern.test(text)) found()
    }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', look)
    child.once('close', () => reject(new Error(`It ended without ${pattern}:\n${text}`)))
    look()
    return promise
  }
  return { process: child, output: () => text, exited, said }
}

/** Runs it to its end, or that of the test. */
export async function runSnpd(args: string[], env?: Record<string, string>) {
  const started = startSnpd(args, env)
  onTestFinished(() => void started.process.kill('SIGKILL'))
  const code = await started.exited
  return { code, output: started.output() }
}
