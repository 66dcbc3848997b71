import type { Ruleset } from '../../core/karma/rule.ts'
import { type Random, seeded } from '../../core/random.ts'
import { Book, NOTHING, type Report } from './book.ts'
import { type StrategyName, WASHERS } from './classes.ts'
import { Till } from './pay.ts'
import { type Crowd, type Person, populate } from './people.ts'

export type Play = {
  seed: number
  members: number
  days: number
  ringSize: number
  /** The rings that play; all by default. */
  rings?: readonly StrategyName[]
  ruleset: Ruleset
  /** False: as if there were no discount for circles, to see what it does. */
  discounts: boolean
}

/** Of honest looks and blind confirmations: how many are in another city. */
const AWAY_PERCENT = 15
/** Of honest members who look: how many press the button without having looked, and confirm what is not there. */
const CARELESS_PERCENT = 3

export type Played = { crowd: Crowd; till: Till; days: number }

type Day = {
  day: number
  /** Today's, by city. */
  reports: Report[][]
  /** First confirmations that each has been paid for today. */
  firsts: Map<string, number>
}
type Game = { crowd: Crowd; book: Book; till: Till; random: Random; discounts: boolean }

/** A whole number with this mean: the rest of it by chance. */
function times(mean: number, random: Random): number {
  const whole = Math.floor(mean)
  return whole + (random(1_000_000) < (mean - whole) * 1_000_000 ? 1 : 0)
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const result = [...items]
  for (let n = result.length - 1; n > 0; n--) {
    const other = random(n + 1)
    const [a, b] = [result[n], result[other]]
    if (a !== undefined && b !== undefined) [result[n], result[other]] = [b, a]
  }
  return result
}

/** Everyone's reports of a day, in the order they come. */
function reportsOf({ crowd, random }: Game, day: number): Report[] {
  const reports = crowd.people.flatMap((by) => {
    const { real, fake } = by.habit
    const isWasher = by.ring?.strategy.vouch === 'washers' && by.place < WASHERS
    const count = [times(real, random), isWasher ? 0 : times(fake, random)] as const
    return [true, false].flatMap((isReal, which) =>
      Array.from({ length: count[which] ?? 0 }, (): Report => {
        return {
          by,
          day,
          real: isReal,
          city: by.city,
          earnedBefore: 0,
          vouchers: [],
          act: { owner: by.id, vouchers: [] },
        }
      }),
    )
  })
  return shuffled(reports, random)
}

/** Whether the product can see that the two are one hand. */
function areTied(one: Person, other: Person): boolean {
  return one.ring !== null && one.ring === other.ring && one.ring.strategy.shares !== 'nothing'
}

function confirm(game: Game, today: Day, { report, by }: { report: Report; by: Person }): void {
  const { book, till } = game
  if (report.by === by || report.vouchers.includes(by) || areTied(report.by, by)) return
  const before = game.discounts && report.vouchers.length > 0 ? book.discount(report) : NOTHING
  book.vouch(report, by)
  const discount = game.discounts ? book.discount(report) : NOTHING
  const [first] = report.vouchers
  if (!first) return
  const firstBefore = today.firsts.get(first.id) ?? 0
  const report_ = { rule: 'restock.report', person: report.by, earnedBefore: report.earnedBefore } as const
  if (report.vouchers.length === 1) {
    today.firsts.set(by.id, firstBefore + 1)
    till.pay({ ...report_, discount: discount.act }, today.day)
    till.pay(
      { rule: 'restock.first-confirmation', person: by, earnedBefore: firstBefore, discount: discount.first },
      today.day,
    )
    return
  }
  if (before.act > 0 && discount.act === 0) till.restore({ ...report_, discount: before.act })
}

/** One of today's reports that somebody in this city would come across. */
function comeAcross({ crowd, random }: Game, { reports }: Day, by: Person): Report | undefined {
  const away = by.ring === null && random(100) < AWAY_PERCENT
  const city = away ? random(crowd.cities.length) : by.city
  const found = reports[city] ?? []
  return found[random(Math.max(1, found.length))]
}

function vouchedBy({ ring, place }: Person, report: Report, day: number): boolean {
  if (!ring || report.by.ring !== ring || report.real) return false
  const size = ring.members.length
  const distance = (report.by.place - place + size) % size
  if (ring.strategy.vouch === 'next') return distance === 1
  if (ring.strategy.vouch === 'pair') return distance === 1 + (day % (size - 1))
  if (ring.strategy.vouch === 'washers') return place < WASHERS && (report.by.place + day) % WASHERS === place
  return distance > 0
}

/** What a member of a ring confirms of it; in a ring where all may, each report gets two at most: more pays nothing. */
function ringConfirmations(game: Game, today: Day, by: Person): { report: Report; by: Person }[] {
  const own = (today.reports[by.city] ?? []).filter((report) => vouchedBy(by, report, today.day))
  const chosen = own.filter(() => by.ring?.strategy.vouch !== 'all' || game.random(10) === 0)
  return chosen.map((report) => ({ report, by }))
}

function confirmationsOf(game: Game, today: Day): { report: Report; by: Person }[] {
  const { crowd, random } = game
  const wanted = crowd.people.flatMap((by) => {
    const found = ringConfirmations(game, today, by)
    const washing = by.ring?.strategy.vouch === 'washers' ? 2 * found.length : 0
    const looks = times(by.habit.looks, random)
    const blind = times(by.habit.blind, random) + washing
    for (let n = 0; n < looks + blind; n++) {
      const report = comeAcross(game, today, by)
      const believes = n >= looks || random(100) < CARELESS_PERCENT
      if (report && (report.real || believes)) found.push({ report, by })
    }
    return found
  })
  return shuffled(wanted, random)
}

function playDay(game: Game, day: number): void {
  const { crowd, book, till } = game
  book.begin(day)
  const reports = reportsOf(game, day)
  const counts = new Map<string, number>()
  for (const report of reports) {
    const earned = counts.get(report.by.id) ?? 0
    report.earnedBefore = earned
    counts.set(report.by.id, Math.min(till.cap('restock.report'), earned + 1))
  }
  const byCity = crowd.cities.map((): Report[] => [])
  for (const report of reports) byCity[report.city]?.push(report)
  const today = { day, reports: byCity, firsts: new Map<string, number>() }
  for (const confirmation of confirmationsOf(game, today)) confirm(game, today, confirmation)
}

/** Plays the economy with the product's own rules and circles. The same seed gives the same take. */
export function play({ seed, members, days, ringSize, rings, ruleset, discounts }: Play): Played {
  const random = seeded(seed)
  const crowd = populate({ members, ringSize, rings, random })
  const till = new Till(ruleset)
  const game = { crowd, book: new Book(crowd.people), till, random, discounts }
  for (let day = 0; day < days; day++) playDay(game, day)
  return { crowd, till, days }
}
