import { uuidv7 } from '../../core/id.ts'
import { type CapReason, decideAward, WHOLE } from '../../core/karma/decide.ts'
import type { Effective } from '../../core/karma/effective.ts'
import { type AwardRule, isAward } from '../../core/karma/rule.ts'
import type { RuleName } from '../../core/karma/rules.ts'
import { toBytea } from '../bytes.ts'
import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'
import { rulesNow } from '../karma/effective.ts'
import { keepRuleset } from '../karma/ruleset.ts'
import { levelOf } from '../karma/standing.ts'
import { countDay } from './cap.ts'
import { lockCategories } from './lock.ts'

export type NewAward = {
  rule: RuleName
  memberId: string
  /** What is rewarded: the restock. One source earns a member a rule once. */
  sourceId: string
  now: Date
  /** Basis points taken off for a circle that confirms itself; 0 by default. */
  ringDiscount?: number
  /** What this place pays, in basis points of the award; 10,000 by default. */
  placeFactor?: number
}

export type Written = {
  id: string
  /** wei; of a capped one what it would be */
  amount: bigint
  /** null: it counts */
  capped: CapReason | null
}

function ruleOf({ ruleset }: Effective, name: RuleName): AwardRule {
  const rule = ruleset.rules[name]
  if (rule && isAward(rule)) return rule
  throw new RangeError(`${name} is no rule that pays`)
}

async function decide(tx: Db, { ruleset }: Effective, { rule, award }: { rule: AwardRule; award: NewAward }) {
  const { memberId, now, ringDiscount = 0, placeFactor = WHOLE } = award
  const earnedToday = await countDay(tx, { memberId, rule: rule.on, at: now })
  // Asked only where something depends on it: most rules pay everyone.
  const level = rule.needs.trust === 'new' ? 'new' : await levelOf(tx, ruleset, { memberId, now })
  const facts = { earnedToday, level, ringDiscount, placeFactor, budgetLeft: null }
  return { facts, decision: decideAward({ rule, facts }) }
}

/**
 * Writes what the act earns, inside the act's own transaction; also what a cap refuses, so that the member is told and a
 * reversal can make room for it. It is unconfirmed until `matureAwards`, which also asks the budget. A transaction that
 * writes awards of several categories takes `lockCategories` of all of them first.
 */
export async function writeAward(tx: Db, award: NewAward): Promise<Written> {
  const { memberId, sourceId, now } = award
  const effective = await rulesNow(tx)
  const rule = ruleOf(effective, award.rule)
  await lockCategories(tx, [rule.category])
  const { facts, decision } = await decide(tx, effective, { rule, award })
  const { amount, capped, why } = decision
  await keepRuleset(tx, effective)
  const id = uuidv7(now.getTime())
  await tx`insert into app.award ${tx({
    ...{ id, member_id: memberId, rule: rule.on, source_id: sourceId, amount: String(amount) },
    ...{ ruleset: toBytea(effective.hash), created_at: now, category: rule.category },
    ...{ needs_confirmations: rule.needs.confirmations, capped_by: capped, why },
    ...{ ring_discount: facts.ringDiscount, place_factor: facts.placeFactor },
    earned_before: facts.earnedToday,
  })}`
  await notifyApp(tx, { kind: 'award', member_id: memberId })
  return { id, amount, capped }
}
