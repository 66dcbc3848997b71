import { type ChildProcess, spawn } from 'node:child_process'
import { shell } from './shell.ts'

export type Child = {
  process: ChildProcess
  /** All that it has written to stdout and stderr so far. */
  output: () => string
  /** SIGKILL, and gone. */
  kill: () => Promise<void>
  /** SIGTERM; resolves with the exit code. */
  stop: () => Promise<number | null>
}

/**
 * One of our own processes, started as `npm start` starts it; resolves when it says that it is ready.
 * @param output where what it prints goes
 */
export async function startChild(
  file: string,
  env: Record<string, string>,
  output: 'inherit' | 'ignore' = 'inherit',
): Promise<Child> {
  const child = spawn(process.execPath, [file], {
    env: { ...shell(), LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (output === 'inherit') process.stderr.write(chunk)
    })
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  await Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    exited.then((code) => Promise.reject(new Error(`${file} ended with ${code} before it was ready`))),
  ])
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    return exited
  }
  const kill = async () => void (await end('SIGKILL'))
  return { process: child, output: () => said, kill, stop: () => end('SIGTERM') }
}
