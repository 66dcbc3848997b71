import type { Vouched } from '../../core/karma/ring/act.ts'
import { circleAround } from '../../core/karma/ring/around.ts'
import { discountOfWord, isBusy, type WordDiscount } from '../../core/karma/ring/busy.ts'
import { type Circle, pointsOf } from '../../core/karma/ring/circle.ts'
import { ringRules } from '../../core/karma/ring/constants.ts'
import { nextToAsk } from '../../core/karma/ring/explore.ts'
import { scoreCircle } from '../../core/karma/ring/score.ts'
import type { Person } from './people.ts'

/** A report, as the product would have it. */
export type Report = {
  by: Person
  day: number
  real: boolean
  city: number
  /** How many awards for reports its author had that day before. */
  earnedBefore: number
  /** Independent members, in the order they came. */
  vouchers: Person[]
  /** The same as the circles are asked: written at each confirmation. */
  act: { owner: string; vouchers: string[] }
}

type Known = { circle: Circle | null; share: number; discount: number; day: number; acts: number }

/** What is taken off where there is no circle. */
export const NOTHING: WordDiscount = { act: 0, first: 0 }

/** Who keeps less than this inside is nowhere near a ring, and looked at less often. */
const LOOSE = 0.5

/**
 * Who vouched for whom, in memory, asked by the same pure code as the product. A circle is looked at once a
 * day (every five where it is loose), and at every confirmation while little is known of it; the product does so at each.
 */
export class Book {
  readonly #reports = new Map<string, Report[]>()
  readonly #given = new Map<string, number>()
  #givenToday = new Map<string, number>()
  #busy = new Set<string>()
  readonly #days: string[][] = []
  readonly #lastActive = new Map<string, number>()
  readonly #known = new Map<string, Known>()
  readonly #people: ReadonlyMap<string, Person>
  #day = 0
  #active = 0

  constructor(people: readonly Person[]) {
    this.#people = new Map(people.map((person) => [person.id, person]))
  }

  /** Begins a day: what is older than the window is forgotten. */
  begin(day: number): void {
    this.#day = day
    for (const id of this.#days[day - ringRules.windowDays] ?? [])
      this.#given.set(id, (this.#given.get(id) ?? 1) - 1)
    this.#days[day] = []
    this.#givenToday = new Map()
    this.#busy = new Set(
      [...this.#given].filter(([, window]) => isBusy({ window, day: 0 })).map(([id]) => id),
    )
    this.#active = [...this.#lastActive.values()].filter((last) => this.#isActive(last)).length
  }

  #isActive(last: number | undefined): boolean {
    return last !== undefined && last > this.#day - ringRules.windowDays
  }

  /** Writes an independent confirmation down. */
  vouch(report: Report, voucher: Person): void {
    if (report.vouchers.length === 0) {
      const reports = this.#reports.get(report.by.id)
      if (reports) reports.push(report)
      else this.#reports.set(report.by.id, [report])
    }
    report.vouchers.push(voucher)
    report.act.vouchers.push(voucher.id)
    const [window, day] = [this.#given, this.#givenToday].map((counts) => {
      const count = (counts.get(voucher.id) ?? 0) + 1
      counts.set(voucher.id, count)
      return count
    })
    if (isBusy({ window: window ?? 0, day: day ?? 0 })) this.#busy.add(voucher.id)
    this.#days[this.#day]?.push(voucher.id)
    for (const { id } of [voucher, report.by]) {
      if (!this.#isActive(this.#lastActive.get(id))) this.#active++
      this.#lastActive.set(id, this.#day)
    }
  }

  /** What awards for this report, and for vouching for it first, lose while only these have vouched for it. */
  discount({ by, act }: Report): WordDiscount {
    const { circle, discount } = this.#look(by.id)
    if (!circle || discount === 0) return NOTHING
    return discountOfWord({ discount, members: circle.members, vouchers: act.vouchers, busy: this.#busy })
  }

  #look(id: string): Known {
    const known = this.#known.get(id)
    const keeps = (known?.share ?? 1) < LOOSE ? 5 : 1
    if (known && known.acts >= ringRules.enoughActs && this.#day - known.day < keeps) return known
    const found = this.#judge(id)
    this.#known.set(id, found)
    return found
  }

  #actsOf(id: string): Vouched[] {
    const since = this.#day - ringRules.windowDays
    const newest = (this.#reports.get(id) ?? []).slice(-ringRules.actsEach)
    return newest.filter(({ day }) => day > since).map(({ act }) => act)
  }

  #judge(member: string): Known {
    const explored = new Set<string>()
    const acts: Vouched[] = []
    for (let ask = [member]; ask.length > 0; ask = nextToAsk(explored, acts))
      for (const id of ask) {
        explored.add(id)
        acts.push(...this.#actsOf(id))
      }
    const active = Math.min(2 * ringRules.reach, this.#active)
    const circle = circleAround({ member, explored, acts, given: this.#given, busy: this.#busy, active })
    const tied = circle && pointsOf(circle) > 0 ? this.#countTied(circle) : 0
    const { discount } = scoreCircle(circle && { circle, tied })
    const share = circle ? circle.closed / circle.acts : 0
    return { circle, share, discount, day: this.#day, acts: acts.length }
  }

  #countTied({ members }: Circle): number {
    const shared = members.filter(
      (id) => (this.#people.get(id)?.ring?.strategy.shares ?? 'nothing') !== 'nothing',
    )
    return shared.length > 1 ? shared.length : 0
  }
}
