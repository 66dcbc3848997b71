import { uuidv7 } from '../../core/id.ts'
import { dayStart, decideAward, type RuleName, rulesetHash } from '../../core/karma/rules.ts'
import { toBytea } from '../bytes.ts'
import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'

export type NewAward = {
  rule: RuleName
  memberId: string
  /** What is rewarded: the restock. One source earns a member a rule once. */
  sourceId: string
  now: Date
}

/** How often the member earned the rule today. Locks the member's awards: two acts at once cannot both be the last under the cap. */
async function countToday(tx: Db, { rule, memberId, now }: NewAward): Promise<number> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`award ${memberId}`}, 0))`
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from app.award
      where member_id = ${memberId} and rule = ${rule} and created_at >= ${dayStart(now)} and reversed_at is null`
  return row?.count ?? 0
}

/**
 * Writes what the act earns, inside the act's own transaction; nothing when the day's cap is reached. It is
 * unconfirmed until `matureAwards`.
 */
export async function writeAward(tx: Db, award: NewAward): Promise<void> {
  const { rule, memberId, sourceId, now } = award
  const amount = decideAward(rule, await countToday(tx, award))
  if (amount === null) return
  await tx`
    insert into app.award (id, member_id, rule, source_id, amount, ruleset, created_at)
      values (${uuidv7(now.getTime())}, ${memberId}, ${rule}, ${sourceId}, ${String(amount)},
        ${toBytea(rulesetHash)}, ${now})`
  await notifyApp(tx, { kind: 'award', member_id: memberId })
}
