import { shippedRuleset } from '../core/karma/rules.ts'
import { runCommand } from './cli/run.ts'
import { parseEconomyFlags } from './economy/flags.ts'
import { play } from './economy/play.ts'
import { sayTakes } from './economy/report.ts'
import { overBar, takeOf } from './economy/take.ts'
import { readRulesetFile } from './replay/flags.ts'

/** `npm run simulate-economy`: honest members, farmers and rings under a rule set; exits 1 when a ring takes too much. */
function main(): void {
  const flags = parseEconomyFlags(process.argv.slice(2))
  const ruleset = flags.ruleset ? readRulesetFile(flags.ruleset) : shippedRuleset
  const { seed, members, days, json } = flags
  const played = play({
    ...{ seed, members, days, ruleset },
    ringSize: flags['ring-size'],
    discounts: !flags['no-discount'],
  })
  const takes = takeOf(played)
  const text = json ? JSON.stringify({ seed, members, days, takes }, null, 2) : sayTakes(takes)
  process.stdout.write(`${text}\n`)
  process.exitCode = overBar(takes).length > 0 ? 1 : 0
}

await runCommand(main)
