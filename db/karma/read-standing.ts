import { dayEnd, dayStart, epochEnd, epochOf } from '../../core/karma/epoch.ts'
import { isAward, type Ruleset } from '../../core/karma/rule.ts'
import type { StandingAnswer } from '../../core/karma/shape.ts'
import { ageInDays, isTrusted, type LevelNeeds, nextLevel, trustLevel } from '../../core/karma/trust.ts'
import { challengeRight } from '../challenges/right.ts'
import type { Db } from '../client.ts'
import { rulesNow } from './effective.ts'
import { standingOf, type Who } from './standing.ts'

/** How many places under each rule's cap the member used today. */
async function usedToday(db: Db, { memberId, now }: Who): Promise<Map<string, number>> {
  const rows = await db<{ rule: string; used: number }[]>`
    select rule, count(*)::int as used from app.award
      where member_id = ${memberId} and created_at >= ${dayStart(now)} and created_at < ${dayEnd(now)}
        and reversed_at is null and (capped_by is null or capped_by = 'budget')
      group by rule`
  return new Map(rows.map(({ rule, used }) => [rule, used]))
}

async function budgetsOf(db: Db, ruleset: Ruleset, epoch: number): Promise<StandingAnswer['budgets']> {
  const rows = await db<{ category: string; spent: bigint }[]>`
    select category, spent from app.karma_budget where epoch = ${epoch}`
  const spent = new Map(rows.map((row) => [row.category, row.spent]))
  return Object.entries(ruleset.budgets).map(([category, budget]) => ({
    category,
    budget: String(budget),
    spent: String(spent.get(category) ?? 0n),
  }))
}

const needsAnswer = ({ earned, days }: LevelNeeds) => ({ earned: String(earned), days })

/** Where a member stands: the level and what the next one takes, what it allows, and what is left of caps and budgets. */
export async function readStanding(db: Db, who: Who): Promise<StandingAnswer> {
  const { ruleset } = await rulesNow(db)
  const standing = await standingOf(db, who)
  const level = trustLevel(ruleset.trust, standing)
  const { limit, open, suspendedUntil } = await challengeRight(db, { ruleset, level, who })
  const awards = Object.values(ruleset.rules).filter(isAward)
  const used = await usedToday(db, who)
  const epoch = epochOf(who.now, ruleset.epochDays)
  const next = nextLevel(ruleset.trust, standing)
  return {
    level,
    earned: String(standing.earned),
    days: ageInDays(standing),
    next: next && { level: next.level, needs: needsAnswer(next.needs), missing: needsAnswer(next.missing) },
    rights: {
      challenges: { limit, open },
      suspended_until: suspendedUntil?.toISOString() ?? null,
      unpaid: awards.filter(({ needs }) => !isTrusted(level, needs.trust)).map(({ on }) => on),
    },
    today: awards.map(({ on, capPerDay }) => ({ rule: on, used: used.get(on) ?? 0, cap: capPerDay })),
    budgets: await budgetsOf(db, ruleset, epoch),
    epoch_ends: epochEnd(epoch, ruleset.epochDays).toISOString(),
  }
}
