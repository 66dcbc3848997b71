import { Final } from '../../core/errors.ts'
import { formatKarma } from '../../core/karma/amount.ts'
import type { Ruleset } from '../../core/karma/rule.ts'
import { type TrustLevel, trustLevels } from '../../core/karma/trust.ts'
import type { Db } from '../client.ts'
import { levelOf, type Who } from '../karma/standing.ts'

/** The right to challenge, and how much of it is used. */
export type ChallengeRight = { limit: number; open: number; suspendedUntil: Date | null }

const DAY_MS = 86_400_000

type Used = { open: number; last_false: Date | null }

/** What a level allows this member, and what stands against it. */
export async function challengeRight(
  db: Db,
  { ruleset, level, who }: { ruleset: Ruleset; level: TrustLevel; who: Who },
): Promise<ChallengeRight> {
  const { open, suspendDays } = ruleset.challenges
  const [used] = await db<Used[]>`
    select count(*) filter (where outcome is null and holds_until > ${who.now})::int as open,
      max(resolved_at) filter (where outcome = 'false') as last_false
    from app.challenge where member_id = ${who.memberId}`
  const until = used?.last_false ? new Date(used.last_false.getTime() + suspendDays * DAY_MS) : null
  const suspendedUntil = until && until > who.now ? until : null
  return { limit: open[level], open: used?.open ?? 0, suspendedUntil }
}

/** What to reach before one may challenge at all. */
function tooLow({ trust, challenges }: Ruleset): Final {
  const first = trustLevels.find((level) => challenges.open[level] > 0)
  const needs = first && first !== 'new' ? trust[first] : undefined
  return new Final({
    code: 'challenge.level',
    message: 'Your trust level does not let you dispute a report yet.',
    fix: needs
      ? `Earn ${formatKarma(needs.earned)} karma and be a member for ${needs.days} days; a moderator can look at it now.`
      : 'Tell a moderator.',
  })
}

/** @throws Final `challenge.level`, `challenge.suspended`, `challenge.too-many` */
export async function requireRight(tx: Db, ruleset: Ruleset, who: Who): Promise<void> {
  const level = await levelOf(tx, ruleset, who)
  const { limit, open, suspendedUntil } = await challengeRight(tx, { ruleset, level, who })
  if (limit === 0) throw tooLow(ruleset)
  if (suspendedUntil)
    throw new Final({
      code: 'challenge.suspended',
      message: `A challenge of yours was found to be in bad faith: you can open one again from ${suspendedUntil.toISOString()}.`,
      fix: 'Tell a moderator when something cannot wait.',
    })
  if (open >= limit)
    throw new Final({
      code: 'challenge.too-many',
      message: `You have ${open} open ${open === 1 ? 'challenge' : 'challenges'}, as many as a ${level} member can.`,
      fix: 'Wait for a moderator to decide one of them.',
    })
}
