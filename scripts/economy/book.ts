import type { Vouched } from '../../core/karma/ring/act.ts'
import { circleAround } from '../../core/karma/ring/around.ts'
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
}

type Known = { circle: Circle | null; discount: number; day: number; acts: number }

/**
 * Who vouched for whom, in memory, asked by the same pure code as the product. A circle is looked at again after two days
 * at the latest, and at every confirmation while little is known of it; the product does so at every one.
 */
export class Book {
  readonly #reports = new Map<string, Report[]>()
  readonly #given = new Map<string, number>()
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
    const since = day - ringRules.windowDays
    const active = [...this.#lastActive.values()].filter((last) => last > since).length
    this.#active = Math.min(2 * ringRules.reach, active)
  }

  /** Writes an independent confirmation down. */
  vouch(report: Report, voucher: Person): void {
    if (report.vouchers.length === 0) {
      const reports = this.#reports.get(report.by.id)
      if (reports) reports.push(report)
      else this.#reports.set(report.by.id, [report])
    }
    report.vouchers.push(voucher)
    this.#given.set(voucher.id, (this.#given.get(voucher.id) ?? 0) + 1)
    this.#days[this.#day]?.push(voucher.id)
    for (const { id } of [voucher, report.by]) this.#lastActive.set(id, this.#day)
  }

  /** What an award for this report loses while only these have vouched for it: basis points. */
  discount({ by, vouchers }: Report): number {
    const { circle, discount } = this.#look(by.id)
    if (!circle || discount === 0) return 0
    const members = new Set(circle.members)
    return vouchers.every(({ id }) => members.has(id)) ? discount : 0
  }

  #look(id: string): Known {
    const known = this.#known.get(id)
    if (known && known.acts >= ringRules.enoughActs && this.#day - known.day < 2) return known
    const found = this.#judge(id)
    this.#known.set(id, found)
    return found
  }

  #actsOf(id: string): Vouched[] {
    const since = this.#day - ringRules.windowDays
    return (this.#reports.get(id) ?? [])
      .filter(({ day }) => day > since)
      .slice(-ringRules.actsEach)
      .map(({ by, vouchers }) => ({ owner: by.id, vouchers: vouchers.map((voucher) => voucher.id) }))
  }

  #judge(member: string): Known {
    const explored = new Set<string>()
    const acts: Vouched[] = []
    for (let ask = [member]; ask.length > 0; ask = nextToAsk(explored, acts))
      for (const id of ask) {
        explored.add(id)
        acts.push(...this.#actsOf(id))
      }
    const circle = circleAround({ member, explored, acts, given: this.#given, active: this.#active })
    const tied = circle && pointsOf(circle) > 0 ? this.#countTied(circle) : 0
    const { discount } = scoreCircle(circle && { circle, tied })
    return { circle, discount, day: this.#day, acts: acts.length }
  }

  #countTied({ members }: Circle): number {
    const shared = members.filter(
      (id) => (this.#people.get(id)?.ring?.strategy.shares ?? 'nothing') !== 'nothing',
    )
    return shared.length > 1 ? shared.length : 0
  }
}
