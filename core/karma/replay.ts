import { decideAward } from './decide.ts'
import { dayStart, epochOf } from './epoch.ts'
import { type AwardRule, type Category, isAward, type Ruleset } from './rule.ts'
import { trustLevel } from './trust.ts'

/** Something a member did that an award was written for, also one that a cap refused. */
export type PastAct = {
  memberId: string
  joinedAt: Date
  rule: string
  at: Date
  /** wei that it earned: 0 while unconfirmed, when capped or taken back */
  was: bigint
  /** Taken back: it earns nothing under any rules. */
  reversed: boolean
  /** Independent members who confirmed it. */
  confirmations: number
  /** The end of its challenge window; null while unconfirmed. */
  readyAt: Date | null
  ringDiscount: number
  placeFactor: number
}

export type Replayed = { act: PastAct; category: Category | null; would: bigint }

/** What one run over the past keeps in mind. */
type Memory = {
  /** Places used by member, rule and day. */
  days: Map<string, number>
  /** What each member had earned when. */
  earned: Map<string, { at: Date; amount: bigint }[]>
}

const doneAt = ({ readyAt, at }: PastAct): Date => readyAt ?? at
const byTime = (timeOf: (act: PastAct) => Date) => (a: PastAct, b: PastAct) =>
  timeOf(a).getTime() - timeOf(b).getTime()

function levelThen(ruleset: Ruleset, { memberId, joinedAt, at: now }: PastAct, { earned }: Memory) {
  const before = (earned.get(memberId) ?? []).filter(({ at }) => at <= now)
  const sum = before.reduce((total, { amount }) => total + amount, 0n)
  return trustLevel(ruleset.trust, { earned: sum, joinedAt, now })
}

function decideAgain(
  ruleset: Ruleset,
  { act, rule, memory }: { act: PastAct; rule: AwardRule; memory: Memory },
) {
  const { memberId, at, ringDiscount, placeFactor } = act
  const day = `${memberId} ${rule.on} ${dayStart(at).getTime()}`
  const earnedToday = memory.days.get(day) ?? 0
  const level = rule.needs.trust === 'new' ? 'new' : levelThen(ruleset, act, memory)
  const { amount, capped } = decideAward({
    rule,
    facts: { earnedToday, level, ringDiscount, placeFactor, budgetLeft: null },
  })
  if (capped) return 0n
  memory.days.set(day, earnedToday + 1)
  if (act.confirmations < rule.needs.confirmations) return 0n
  const earned = memory.earned.get(memberId) ?? []
  earned.push({ at: doneAt(act), amount })
  memory.earned.set(memberId, earned)
  return amount
}

/** In the order in which they were ready, as the product charges them. */
function keepBudgets({ epochDays, budgets }: Ruleset, decided: readonly Replayed[]): Replayed[] {
  const spent = new Map<string, bigint>()
  const inOrder = [...decided].sort((a, b) => byTime(doneAt)(a.act, b.act))
  return inOrder.map((replayed) => {
    const { act, category, would } = replayed
    if (!category || would === 0n) return replayed
    const pot = `${category} ${epochOf(doneAt(act), epochDays)}`
    const sum = (spent.get(pot) ?? 0n) + would
    if (sum > budgets[category]) return { ...replayed, would: 0n }
    spent.set(pot, sum)
    return replayed
  })
}

/**
 * What the past would have earned under a rule set, by the same decision as the product's: caps, repeats, trust, circles
 * and budgets counted anew from nothing. Pure. Circles and places count as they were found then.
 */
export function replay(ruleset: Ruleset, acts: readonly PastAct[]): Replayed[] {
  const memory: Memory = { days: new Map(), earned: new Map() }
  const decided = [...acts].sort(byTime(({ at }) => at)).map((act): Replayed => {
    const rule = ruleset.rules[act.rule]
    if (!rule || !isAward(rule)) return { act, category: null, would: 0n }
    const would = act.reversed ? 0n : decideAgain(ruleset, { act, rule, memory })
    return { act, category: rule.category, would }
  })
  return keepBudgets(ruleset, decided)
}

/** wei before and after. */
export type Change = { was: bigint; would: bigint }

/** Sums by whatever `keyOf` tells apart, in no particular order. */
export function sumBy(replayed: readonly Replayed[], keyOf: (one: Replayed) => string): Map<string, Change> {
  const sums = new Map<string, Change>()
  for (const one of replayed) {
    const key = keyOf(one)
    const { was, would } = sums.get(key) ?? { was: 0n, would: 0n }
    sums.set(key, { was: was + one.act.was, would: would + one.would })
  }
  return sums
}
