import { replay } from '../core/karma/replay.ts'
import { sentenceOf } from '../core/sentence.ts'
import { connect, ping } from '../db/client.ts'
import { pastActs } from '../db/karma/acts.ts'
import { parseReplayFlags, readRulesetFile } from './replay/flags.ts'
import { jsonOf, namesOf, reportOf, sayReport } from './replay/report.ts'
import { findAppUrl } from './seed/running.ts'

/** `npm run replay-rules`: what the past would have earned under proposed rules, before anyone votes on them. Changes nothing. */
async function main(): Promise<void> {
  const flags = parseReplayFlags(process.argv.slice(2))
  const ruleset = readRulesetFile(flags.file)
  const sql = connect(findAppUrl(flags.data, process.env), { name: 'replay-rules', max: 1 })
  try {
    await ping(sql)
    const acts = await pastActs(sql)
    const report = reportOf(replay(ruleset, acts), namesOf(acts))
    process.stdout.write(`${flags.json ? jsonOf(report) : sayReport(report)}\n`)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
})
// The channel to the parent would keep a finished process alive.
if (process.connected) process.disconnect()
