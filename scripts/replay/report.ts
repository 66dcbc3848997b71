import { formatKarma } from '../../core/karma/amount.ts'
import { type Change, type PastAct, type Replayed, sumBy } from '../../core/karma/replay.ts'

/** Members shown on each side. */
const SHOWN = 20

type Line = Change & { name: string }
export type Report = {
  acts: number
  total: Change
  rules: Line[]
  categories: Line[]
  /** Most first. */
  gain: Line[]
  lose: Line[]
  unchanged: number
}

const difference = ({ was, would }: Change): bigint => would - was
const byDifference = (a: Line, b: Line): number =>
  difference(b) === difference(a) ? a.name.localeCompare(b.name) : difference(b) > difference(a) ? 1 : -1

function linesOf(sums: Map<string, Change>): Line[] {
  return [...sums].map(([name, change]) => ({ name, ...change })).sort((a, b) => a.name.localeCompare(b.name))
}

/**
 * Who gains and who loses. Pure.
 * @param names of members, by id
 */
export function reportOf(replayed: readonly Replayed[], names: ReadonlyMap<string, string>): Report {
  const members = [...sumBy(replayed, ({ act }) => act.memberId)]
    .map(([id, change]) => ({ name: names.get(id) ?? id, ...change }))
    .sort(byDifference)
  const total = sumBy(replayed, () => 'all').get('all') ?? { was: 0n, would: 0n }
  return {
    ...{ acts: replayed.length, total },
    rules: linesOf(sumBy(replayed, ({ act }) => act.rule)),
    categories: linesOf(sumBy(replayed, ({ category }) => category ?? 'no rule')),
    gain: members.filter((line) => difference(line) > 0n),
    lose: members.filter((line) => difference(line) < 0n).reverse(),
    unchanged: members.filter((line) => difference(line) === 0n).length,
  }
}

const signed = (wei: bigint): string => (wei > 0n ? `+${formatKarma(wei)}` : formatKarma(wei))

function tell({ name, ...change }: Line): string {
  const [was, would] = [formatKarma(change.was), formatKarma(change.would)].map((text) => text.padStart(12))
  return `  ${name.padEnd(30)} ${was} -> ${would}  ${signed(difference(change))}`
}

function list(title: string, lines: readonly Line[]): string[] {
  if (lines.length === 0) return []
  const more = lines.length > SHOWN ? [`  and ${lines.length - SHOWN} more`] : []
  return [title, ...lines.slice(0, SHOWN).map(tell), ...more]
}

/** The report as lines for a person; amounts in karma. */
export function sayReport(report: Report): string {
  const { acts, total, rules, categories, gain, lose, unchanged } = report
  return [
    `${acts} acts of the past under the proposed rules:`,
    tell({ name: 'all', ...total }),
    ...list('By rule', rules),
    ...list('By category', categories),
    ...list(`${gain.length} gain`, gain),
    ...list(`${lose.length} lose`, lose),
    `${unchanged} stay as they are.`,
  ].join('\n')
}

/** The same as JSON, amounts in wei as decimal strings. */
export function jsonOf(report: Report): string {
  return JSON.stringify(
    report,
    (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    2,
  )
}

/** Names by id. */
export function namesOf(acts: readonly (PastAct & { username: string })[]): Map<string, string> {
  return new Map(acts.map(({ memberId, username }) => [memberId, username]))
}
