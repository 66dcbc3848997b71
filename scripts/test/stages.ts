import type { Tally } from './runners.ts'

export type Stage = [name: string, run: () => Promise<Tally>]
type Write = (text: string) => void

async function runStage([name, run]: Stage, write: Write): Promise<Tally> {
  write(`\n== ${name}\n`)
  const started = performance.now()
  const tally = await run().catch((error: unknown) => {
    write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return { passed: 0, failed: 1, skipped: 0 }
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
  write(`== ${name}: ${tally.passed} passed, ${tally.failed} failed${skipped} in ${seconds} s\n`)
  return tally
}

/**
 * Runs every stage, also after a red one, and writes the sum as the last line: `N passed, N failed`, always in these
 * words. A stage that crashes is one failure.
 * @returns the exit code
 */
export async function runStages(stages: readonly Stage[], write: Write): Promise<number> {
  let passed = 0
  let failed = 0
  for (const stage of stages) {
    const tally = await runStage(stage, write)
    passed += tally.passed
    failed += tally.failed
  }
  write(`\n${passed} passed, ${failed} failed\n`)
  return failed > 0 ? 1 : 0
}
