import { type ActFacts, decideAward, WHOLE } from '../../core/karma/decide.ts'
import { epochOf } from '../../core/karma/epoch.ts'
import { type AwardRule, isAward, type Ruleset } from '../../core/karma/rule.ts'
import type { Person } from './people.ts'

type Act = {
  rule: 'restock.report' | 'restock.first-confirmation'
  person: Person
  earnedBefore: number
  discount: number
}

const DAY_MS = 86_400_000
const WEI_OF_MILLI = 10n ** 15n
/** Whole karma, to a thousandth: sums that are shown need no more. */
const toKarma = (wei: bigint): number => Number(wei / WEI_OF_MILLI) / 1_000

/** Pays by the rule set: what each has earned, out of the budgets of the epochs. */
export class Till {
  readonly earned = new Map<string, number>()
  /** What a circle's discount took off, in the end. */
  readonly lost = new Map<string, number>()
  readonly #ruleset: Ruleset
  readonly #spent = new Map<string, bigint>()

  constructor(ruleset: Ruleset) {
    this.#ruleset = ruleset
  }

  #rule(name: string): AwardRule | undefined {
    const rule = this.#ruleset.rules[name]
    return rule && isAward(rule) ? rule : undefined
  }

  /** How many of a rule are paid a day. */
  cap(name: Act['rule']): number {
    return this.#rule(name)?.capPerDay ?? 0
  }

  #amount({ rule: name, earnedBefore: earnedToday, discount }: Act, budgetLeft: bigint | null): bigint {
    const rule = this.#rule(name)
    if (!rule) return 0n
    const facts: ActFacts = {
      earnedToday,
      level: 'new',
      ringDiscount: discount,
      placeFactor: WHOLE,
      budgetLeft,
    }
    const { amount, capped } = decideAward({ rule, facts })
    return capped ? 0n : amount
  }

  #add(person: Person, wei: bigint, whole: bigint): void {
    this.earned.set(person.id, (this.earned.get(person.id) ?? 0) + toKarma(wei))
    this.lost.set(person.id, (this.lost.get(person.id) ?? 0) + toKarma(whole - wei))
  }

  /** Pays a confirmed act of that day. */
  pay(act: Act, day: number): void {
    const category = this.#rule(act.rule)?.category
    if (!category) return
    const pot = `${category} ${epochOf(new Date(day * DAY_MS), this.#ruleset.epochDays)}`
    const spent = this.#spent.get(pot) ?? 0n
    const left = this.#ruleset.budgets[category] - spent
    const wei = this.#amount(act, left)
    this.#spent.set(pot, spent + wei)
    this.#add(act.person, wei, this.#amount({ ...act, discount: 0 }, left))
  }

  /** Restores what a discount took off an act, because somebody else vouched for it. */
  restore(act: Act): void {
    const whole = this.#amount({ ...act, discount: 0 }, null)
    const wei = this.#amount(act, null)
    this.#add(act.person, whole - wei, 0n)
  }
}
