import { formatKarma } from '../../core/karma/amount.ts'
import type { ReviewAward, Rules } from '../../core/karma/shape.ts'

/** One award on one line, its id first. */
function lineOf({ id, username, rule, amount, state, why, created_at }: ReviewAward): string {
  const at = created_at.slice(0, 16).replace('T', ' ')
  const whose = (username ?? 'deleted member').padEnd(20)
  const what = `${formatKarma(BigInt(amount))} karma`.padStart(14)
  return `${id}  ${at}  ${whose}  ${rule.padEnd(26)} ${what}  ${state}${why.length > 0 ? `: ${why.join(' ')}` : ''}`
}

export function sayAwards(awards: readonly ReviewAward[]): string {
  return awards.map(lineOf).join('\n') || 'There are no awards yet.'
}

/** The rules in words, what votes changed, and which hash mints name. */
export function sayRules({ hash, rules, knobs }: Rules): string {
  const changed = knobs.flatMap(({ name, flag, shipped, min, max }) => {
    if (!flag) return []
    const what = flag.applied ? `instead of ${shipped}` : `ignored: not within ${min} to ${max}`
    return [`${name} is set to ${flag.value} on chain, ${what}.`]
  })
  const words = rules.map((rule) => rule.words)
  return [...words, '', ...changed, `Mints name this rule set ${hash}.`].join('\n')
}
