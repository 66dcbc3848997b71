import { checks } from './check/checks.ts'
import { runAll } from './check/run.ts'
import { contractTests, e2eTests, type Tally, unitTests } from './test/runners.ts'

// `npm test`: the checks, then every kind of test on real engines, then one line that a machine can read.
const stages: [string, () => Promise<Tally>][] = [
  [
    'check',
    async () => {
      const results = await runAll(checks)
      const failed = results.filter(({ ok }) => !ok).length
      return { passed: results.length - failed, failed, skipped: 0 }
    },
  ],
  ['contracts', contractTests],
  ['unit and integration', unitTests],
  ['end to end', e2eTests],
]

const total: Tally = { passed: 0, failed: 0, skipped: 0 }
for (const [name, run] of stages) {
  process.stdout.write(`\n== ${name}\n`)
  const started = performance.now()
  const tally = await run()
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  process.stdout.write(`== ${name}: ${tally.passed} passed, ${tally.failed} failed in ${seconds} s\n`)
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += tally[key]
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`)
process.exitCode = total.failed > 0 ? 1 : 0
