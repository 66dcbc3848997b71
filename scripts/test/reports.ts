import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'
import type { Write } from './in-turn.ts'

/** What a runner counted, and a line for each test that failed: its file, its title and the first line of why. */
export type Tally = { passed: number; failed: number; skipped: number; red?: readonly string[] }

type Read = { file: string; root: string }

function readReport<T>(file: string, shape: z.ZodType<T>, write: Write): T | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    write(`The test report cannot be read: ${String(error)}\n`)
    return undefined
  }
}

const unread: Tally = { passed: 0, failed: 1, skipped: 0 }

function redLine(place: string, title: string, why = ''): string {
  const [reason = ''] = stripVTControlCharacters(why).split('\n')
  return `${place} › ${title}${reason && `: ${reason}`}`
}

const vitestShape = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

type VitestFile = z.infer<typeof vitestShape>['testResults'][number]

function redOfFile(file: VitestFile, root: string): string[] {
  const place = relative(root, file.name)
  const red = file.assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => redLine(place, fullName, failureMessages?.[0]))
  // A file that could not even be loaded, or whose hooks failed, has no test that did.
  if (file.status === 'failed' && red.length === 0) red.push(redLine(place, 'the whole file', file.message))
  return red
}

/** Reads vitest's JSON report. One that cannot be read is one failure. */
export function readVitest({ file, root }: Read, write: Write): Tally {
  const report = readReport(file, vitestShape, write)
  if (!report) return unread
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    red: report.testResults.flatMap((result) => redOfFile(result, root)),
  }
}

const specShape = z.object({
  title: z.string(),
  file: z.string(),
  line: z.int(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
    }),
  ),
})

const suiteShape = z.object({
  specs: z.array(specShape),
  get suites() {
    return z.array(suiteShape).optional()
  },
})

const playwrightShape = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  suites: z.array(suiteShape),
})

function redOfSuite({ specs, suites = [] }: z.infer<typeof suiteShape>): string[] {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => {
        const why = results.find(({ error }) => error)?.error?.message
        return redLine(`${file}:${line}`, title, why)
      }),
  )
  return [...own, ...suites.flatMap(redOfSuite)]
}

/** Reads Playwright's JSON report. A flaky test is a failed one. */
export function readPlaywright({ file }: Pick<Read, 'file'>, write: Write): Tally {
  const report = readReport(file, playwrightShape, write)
  if (!report) return unread
  const { expected, unexpected, flaky, skipped } = report.stats
  return {
    passed: expected,
    failed: unexpected + flaky,
    skipped,
    red: report.suites.flatMap(redOfSuite),
  }
}
