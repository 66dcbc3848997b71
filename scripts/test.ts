import { checks } from './check/checks.ts'
import { runAll } from './check/run.ts'
import { reportCoverage } from './cover/report.ts'
import { contractTests, e2eTests, type Tally, unitTests } from './test/runners.ts'
import { runStages } from './test/stages.ts'

async function allChecks(): Promise<Tally> {
  const results = await runAll(checks)
  const failed = results.filter(({ ok }) => !ok).length
  return { passed: results.length - failed, failed, skipped: 0 }
}

async function coverage(): Promise<Tally> {
  return { ...(await reportCoverage((line) => process.stdout.write(`${line}\n`))), skipped: 0 }
}

// `npm test`: the checks, then every kind of test on real engines, then one line that a machine can read.
process.exitCode = await runStages(
  [
    ['check', allChecks],
    ['contracts', contractTests],
    ['coverage of the contracts', coverage],
    ['unit and integration', unitTests],
    ['end to end', e2eTests],
  ],
  (text) => process.stdout.write(text),
)
