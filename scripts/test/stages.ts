import { inTurn, type Write } from './in-turn.ts'
import type { Tally } from './reports.ts'

export type Stage = {
  name: string
  /** Names of the stages that have to be over. Those that wait for nobody run side by side. */
  after?: readonly string[]
  run: (write: Write) => Promise<Tally>
}

async function runStage({ name, run }: Stage, write: Write): Promise<{ tally: Tally; summary: string }> {
  write(`\n== ${name}\n`)
  const started = performance.now()
  const tally = await run(write).catch((error: unknown): Tally => {
    write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return { passed: 0, failed: 1, skipped: 0 }
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
  const summary = `== ${name}: ${tally.passed} passed, ${tally.failed} failed${skipped} in ${seconds} s\n`
  write(summary)
  const red = (tally.red ?? []).map((line) => `   red: ${line}\n`)
  return { tally, summary: summary + red.join('') }
}

/**
 * Runs every stage as soon as those it waits for are over, also after a red one. Tells their output one after the other,
 * then what each took and what was red in it, and as the last line the sum: `N passed, N failed`, always in these words. A stage that crashes is
 * one failure.
 * @returns the exit code
 */
export async function runStages(stages: readonly Stage[], write: Write): Promise<number> {
  const over = new Map<string, Promise<unknown>>()
  const waitFor = (name: string) => {
    // Only what stands before it in the list: so no two can wait for each other.
    if (!over.has(name)) throw new Error(`No stage "${name}" stands before the one that waits for it.`)
    return over.get(name)
  }
  const turns = inTurn(stages.length, write)
  const results: ReturnType<typeof runStage>[] = []
  for (const [index, { tell, end }] of turns.entries()) {
    const stage = stages[index]
    if (!stage) continue
    const waits = (stage.after ?? []).map(waitFor)
    const result = Promise.all(waits)
      .then(() => runStage(stage, tell))
      .finally(end)
    over.set(stage.name, result)
    results.push(result)
  }
  let [passed, failed, told] = [0, 0, '']
  for (const { tally, summary } of await Promise.all(results)) {
    passed += tally.passed
    failed += tally.failed
    told += summary
  }
  write(`\n${told}\n${passed} passed, ${failed} failed\n`)
  return failed > 0 ? 1 : 0
}
