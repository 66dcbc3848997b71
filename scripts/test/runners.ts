import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export type Tally = { passed: number; failed: number; skipped: number }

const root = fileURLToPath(new URL('../../', import.meta.url))
const reports = join(root, '.cache', 'reports')

type Run = { code: number; output: string }

/** Runs a program of node_modules/.bin to its end. One that cannot be started has exit code 1 and no output. */
export async function run(
  name: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true',
    ...environment,
  }
  const child = spawn(join(root, 'node_modules', '.bin', name), args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk)
    output += chunk.toString()
  })
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      process.stdout.write(`${error.message}\n`)
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

function readReport<T>(file: string, shape: z.ZodType<T>): T | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    process.stdout.write(`The test report cannot be read: ${String(error)}\n`)
    return undefined
  }
}

/** Solidity tests, run by Hardhat in its own EVM. */
export async function contractTests(): Promise<Tally> {
  const { code, output } = await run('hardhat', ['test', 'solidity'], { NO_COLOR: '1' })
  const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(output)?.[1] ?? 0)
  return settle({ passed: count('passing'), failed: count('failing'), skipped: count('skipped') }, code)
}

const vitestShape = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  numFailedTestSuites: z.int(),
})

/** Unit tests beside the code and integration tests on the real engines. */
export async function unitTests(): Promise<Tally> {
  const file = freshReport('vitest.json')
  const { code } = await run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = readReport(file, vitestShape)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const skipped = report.numPendingTests + report.numTodoTests
  return settle({ passed: report.numPassedTests, failed: report.numFailedTests, skipped }, code)
}

const playwrightShape = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
})

/** The journeys in a real browser. A flaky test is a failed one. */
export async function e2eTests(): Promise<Tally> {
  const file = freshReport('playwright.json')
  const { code } = await run('playwright', ['test', '--reporter=line,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  })
  const report = readReport(file, playwrightShape)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return settle({ passed: expected, failed: unexpected + flaky, skipped }, code)
}
