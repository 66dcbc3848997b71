import { checks } from './check/checks.ts'
import { runAll } from './check/run.ts'
import { reportCoverage } from './cover/report.ts'
import type { Write } from './test/in-turn.ts'
import type { Tally } from './test/reports.ts'
import { buildPages, compileContracts, contractTests, e2eTests, unitTests } from './test/runners.ts'
import { runStages } from './test/stages.ts'

async function allChecks(write: Write): Promise<Tally> {
  const results = await runAll(checks, write)
  const failed = results.filter(({ ok }) => !ok).length
  return { passed: results.length - failed, failed, skipped: 0 }
}

async function coverage(write: Write): Promise<Tally> {
  return { ...(await reportCoverage((line) => write(`${line}\n`))), skipped: 0 }
}

const check = 'check'
const compile = 'contracts compiled'
const pages = 'pages built'
const contracts = 'contracts'
const cover = 'coverage of the contracts'

// `npm test`: the checks, then every kind of test on real engines, then one line that a machine can read.
// Much of each is waiting: what may go on beside the others does. Two that build into one folder never do.
process.exitCode = await runStages(
  [
    { name: check, run: allChecks },
    { name: compile, run: compileContracts },
    { name: pages, after: [check], run: buildPages },
    { name: contracts, after: [compile], run: contractTests },
    { name: cover, after: [contracts], run: coverage },
    { name: 'unit and integration', after: [compile, pages], run: unitTests },
    { name: 'end to end', after: [pages], run: e2eTests },
  ],
  (text) => process.stdout.write(text),
)
