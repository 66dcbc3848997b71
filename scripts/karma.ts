import { rulesetText } from '../core/karma/ruleset.ts'
import { reverseAward } from '../db/awards/reverse.ts'
import { listAwards } from '../db/awards/review.ts'
import type { Sql } from '../db/client.ts'
import { rulesNow } from '../db/karma/effective.ts'
import { readRules } from '../db/karma/read-rules.ts'
import { withDatabase } from './cli/database.ts'
import { runCommand } from './cli/run.ts'
import { type KarmaFlags, parseKarmaFlags } from './karma/flags.ts'
import { sayAwards, sayRules } from './karma/say.ts'

/** Enough to find what one looks for; the newest come first. */
const LISTED = 200

async function perform(sql: Sql, { command }: KarmaFlags): Promise<string> {
  const now = new Date()
  if (command.name === 'awards')
    return sayAwards(await listAwards(sql, { now, limit: LISTED, username: command.username }))
  if (command.name === 'reverse') {
    const { awardId, reason } = command
    await reverseAward(sql, { awardId, reason, by: null, now })
    return 'Taken back; the caps of that day and the budget are counted again.'
  }
  if (!command.json) return sayRules(await readRules(sql))
  const { ruleset } = await rulesNow(sql)
  return JSON.stringify(JSON.parse(rulesetText(ruleset)), null, 2)
}

/** `npm run karma`: awards and rules for the operator. What is printed by `rules --json` can be edited and replayed. */
async function main(): Promise<void> {
  const flags = parseKarmaFlags(process.argv.slice(2))
  const text = await withDatabase({ data: flags.data, name: 'karma' }, process.env, (sql) =>
    perform(sql, flags),
  )
  process.stdout.write(`${text}\n`)
}

await runCommand(main)
