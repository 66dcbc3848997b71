import { type Decision, decideAward } from '../../core/karma/decide.ts'
import { isAward } from '../../core/karma/rule.ts'
import type { Db } from '../client.ts'
import { rulesNow } from '../karma/effective.ts'
import { parsedRuleset } from '../karma/ruleset.ts'
import type { OpenAward } from './row.ts'

/**
 * Decides an award again with what it holds of the facts now, by the rules that held when its act was done. Trust and
 * budget are not asked: the one was asked then, the other is asked when it is charged. undefined where those rules do
 * not know it.
 */
export async function redecide(tx: Db, award: OpenAward): Promise<Decision | undefined> {
  const ruleset = (await parsedRuleset(tx, award.ruleset)) ?? (await rulesNow(tx)).ruleset
  const rule = ruleset.rules[award.rule]
  if (!rule || !isAward(rule)) return undefined
  const { earnedBefore: earnedToday, ringDiscount, placeFactor } = award
  const level = rule.needs.trust
  return decideAward({ rule, facts: { earnedToday, level, ringDiscount, placeFactor, budgetLeft: null } })
}
