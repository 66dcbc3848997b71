import type { ChildProcess } from 'node:child_process'

/** Resolves when the process ended, to how: the signal, or its exit code. */
export function exitOf(child: ChildProcess): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  child.once('error', (error) => resolve(error.message))
  child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  return promise
}
