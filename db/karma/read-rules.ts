import { rulesAnswer } from '../../core/karma/answer.ts'
import { effectiveRules } from '../../core/karma/effective.ts'
import { rulesetText } from '../../core/karma/ruleset.ts'
import type { PublishedRules, Rules } from '../../core/karma/shape.ts'
import type { Hex } from '../bytes.ts'
import type { Db } from '../client.ts'
import { rulesNow } from './effective.ts'
import { listRulesets, type PublishedRuleset, readRuleset } from './ruleset.ts'

/** Sets change by votes and releases: hundreds are years. */
const HISTORY = 200

const answerOf = ({ hash, content, since }: PublishedRuleset): PublishedRules => ({
  hash,
  content,
  since: since.toISOString(),
})

/** The rules that hold now, what votes changed of them, and those that held before. */
export async function readRules(db: Db): Promise<Rules> {
  const history = (await listRulesets(db, HISTORY)).map(({ hash, since }) => ({
    hash,
    since: since.toISOString(),
  }))
  return rulesAnswer(await rulesNow(db), history)
}

/** The rule set with this hash: one that decided an award, the one that holds now, or what is shipped; else undefined. */
export async function findRuleset(db: Db, hash: Hex): Promise<PublishedRules | undefined> {
  const found = await readRuleset(db, hash)
  if (found) return answerOf(found)
  const known = [await rulesNow(db), effectiveRules(new Map())].find((each) => each.hash === hash)
  return known && { hash, content: rulesetText(known.ruleset), since: null }
}
