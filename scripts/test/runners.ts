import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Write } from './in-turn.ts'
import { readPlaywright, readVitest, type Tally } from './reports.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const reports = join(root, '.cache', 'reports')

type Run = { code: number; output: string }

type Program = {
  /** In node_modules/.bin, or a script of ours with the folder it is in. */
  name: string
  args?: string[]
  environment?: Record<string, string>
}

/** Runs a program to its end and passes on what it says. One that cannot be started has exit code 1 and no output. */
export async function run({ name, args = [], environment = {} }: Program, write: Write): Promise<Run> {
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true',
    ...environment,
  }
  const isOurs = name.includes('/')
  const file = isOurs ? process.execPath : join(root, 'node_modules', '.bin', name)
  const child = spawn(file, isOurs ? [name, ...args] : args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    write(chunk.toString())
    output += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => write(chunk.toString()))
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      write(`${error.message}\n`)
      resolve(1)
    })
    child.once('close', (status) => resolve(status ?? 1))
  })
  return { code, output }
}

function freshReport(name: string): string {
  mkdirSync(reports, { recursive: true })
  const file = join(reports, name)
  rmSync(file, { force: true })
  return file
}

/** A runner that failed without counting a failure, or ran nothing at all, is itself one failure. */
export function settle(tally: Tally, code: number): Tally {
  const silent = tally.failed === 0 && (code !== 0 || tally.passed === 0)
  return silent ? { ...tally, failed: 1 } : tally
}

const plain = { NO_COLOR: '1' }

async function prepare(program: Program, write: Write): Promise<Tally> {
  const { code } = await run(program, write)
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** The contracts and their tests, compiled once for all who need them. */
export function compileContracts(write: Write): Promise<Tally> {
  return prepare({ name: 'hardhat', args: ['build'], environment: plain }, write)
}

/** The pages, built once for all who open them. */
export function buildPages(write: Write): Promise<Tally> {
  return prepare({ name: 'scripts/build.ts' }, write)
}

/** Solidity tests, run by Hardhat in its own EVM. */
export async function contractTests(write: Write): Promise<Tally> {
  const program = { name: 'hardhat', args: ['test', 'solidity'], environment: plain }
  const { code, output } = await run(program, write)
  const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(output)?.[1] ?? 0)
  return settle({ passed: count('passing'), failed: count('failing'), skipped: count('skipped') }, code)
}

/** Unit tests beside the code and integration tests on the real engines. */
export async function unitTests(write: Write): Promise<Tally> {
  const file = freshReport('vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await run({ name: 'vitest', args: ['run', ...reporters] }, write)
  return settle(readVitest({ file, root }, write), code)
}

/** The journeys in a real browser. A flaky test is a failed one. */
export async function e2eTests(write: Write): Promise<Tally> {
  const file = freshReport('playwright.json')
  const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const { code } = await run(
    { name: 'playwright', args: ['test', '--reporter=line,json'], environment },
    write,
  )
  return settle(readPlaywright({ file }, write), code)
}
