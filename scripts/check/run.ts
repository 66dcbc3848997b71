import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Check = {
  name: string
  /** A program of node_modules/.bin, or a script of ours, with its arguments. */
  command: readonly [string, ...string[]]
  /** What to do when it is red. */
  fix: string
}
export type CheckResult = { name: string; ok: boolean; seconds: number }

const root = fileURLToPath(new URL('../../', import.meta.url))

function resolve([program, ...args]: Check['command']): string[] {
  return program.includes('/')
    ? [process.execPath, program, ...args]
    : [join(root, 'node_modules', '.bin', program), ...args]
}

type Write = (text: string) => void

async function run({ name, command, fix }: Check, write: Write): Promise<CheckResult> {
  const [file = '', ...args] = resolve(command)
  const started = performance.now()
  const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  const code = await new Promise((settle) => {
    child.once('error', (error) => settle(error.message))
    child.once('close', settle)
  })
  const seconds = (performance.now() - started) / 1000
  write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} ${seconds.toFixed(1)} s\n`)
  if (code !== 0) write(`${output.trim()}\n     ${fix}\n`)
  return { name, ok: code === 0, seconds }
}

/** Runs the checks two at a time (the machine has two cores) and tells one line each. */
export async function runAll(checks: readonly Check[], write: Write): Promise<CheckResult[]> {
  const results: CheckResult[] = []
  const queue = [...checks]
  const worker = async () => {
    for (let check = queue.shift(); check; check = queue.shift()) results.push(await run(check, write))
  }
  await Promise.all([worker(), worker()])
  return results
}
