import { replay } from '../core/karma/replay.ts'
import { pastActs } from '../db/karma/acts.ts'
import { withDatabase } from './cli/database.ts'
import { runCommand } from './cli/run.ts'
import { parseReplayFlags, readRulesetFile } from './replay/flags.ts'
import { jsonOf, namesOf, reportOf, sayReport } from './replay/report.ts'

/** `npm run replay-rules`: what the past would have earned under proposed rules, before anyone votes on them. Changes nothing. */
async function main(): Promise<void> {
  const flags = parseReplayFlags(process.argv.slice(2))
  const ruleset = readRulesetFile(flags.file)
  const acts = await withDatabase({ data: flags.data, name: 'replay-rules' }, process.env, pastActs)
  const report = reportOf(replay(ruleset, acts), namesOf(acts))
  process.stdout.write(`${flags.json ? jsonOf(report) : sayReport(report)}\n`)
}

await runCommand(main)
