import { formatKarma } from './amount.ts'
import { type AwardRule, isAward, type Rule } from './rule.ts'
import type { RuleName } from './rules.ts'

const others = (count: number) => (count === 1 ? 'another member' : `${count} other members`)
const confirm = (count: number) => (count === 1 ? 'confirms' : 'confirm')

const acts: Readonly<Record<RuleName, (confirmations: number) => string>> = {
  'restock.report': (n) => `Report a restock that ${others(n)} ${confirm(n)}`,
  'restock.first-confirmation': () => "Be the first to confirm someone else's restock report",
  'restock.scout': () =>
    'Be the first in your area to find a drop before it opens, paid up to three times where little is reported',
  'checkout.shared': () => 'Share how a checkout ended, won or lost',
  'reply.helpful': () => 'Write a reply that helped who asked',
  'trade.completed': () => 'Complete a trade, both sides agreeing that it went well',
  'flag.upheld': () => 'Flag something that a moderator then takes down',
  'adapter.tested': () => 'Try a shop adapter and say what it did',
}

const percent = (basisPoints: number) => `${basisPoints / 100} %`

function describeAward(rule: AwardRule): string {
  const act = Object.entries(acts).find(([name]) => name === rule.on)?.[1]
  const what = act?.(rule.needs.confirmations) ?? rule.on
  const { full, each } = rule.repeats
  const times = rule.capPerDay === 1 ? 'once a day' : `up to ${rule.capPerDay} times a day`
  const repeats =
    full < rule.capPerDay && each < 10_000
      ? ` After ${full} on one day, each is worth ${percent(each)} of the one before.`
      : ''
  const level = rule.needs.trust === 'new' ? '' : ` From trust level "${rule.needs.trust}" on.`
  return `${what}: ${formatKarma(rule.award)} karma, ${times}.${repeats}${level}`
}

/** A rule in plain words, for members. */
export function describeRule(rule: Rule): string {
  if (isAward(rule)) return describeAward(rule)
  return `Enter a raffle: costs ${formatKarma(rule.cost)} karma.`
}
