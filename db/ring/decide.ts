import { later } from '../../core/auth/lifetime.ts'
import { Final } from '../../core/errors.ts'
import { ringRules } from '../../core/karma/ring/constants.ts'
import type { Appeal } from '../../core/karma/ring/shape.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { type AppealRow, appealColumns, toAppeal } from './appeal-row.ts'
import { liftDiscounts } from './lift.ts'

export type Decision = {
  id: string
  /** The moderator. */
  by: string
  granted: boolean
  /** Shown to the member. */
  note: string
  now: Date
}

/** @returns whose appeal it is. Locks it: of two moderators one decides */
async function requireOpen(tx: Db, { id, by }: Decision): Promise<string> {
  const [found] = await tx<{ member_id: string; decided_at: Date | null }[]>`
    select member_id, decided_at from app.karma_appeal where id = ${id} for update`
  if (!found)
    throw new Final({
      code: 'appeal.not-found',
      message: 'There is no such appeal.',
      fix: 'Look at the list; its member may have left.',
    })
  if (found.decided_at)
    throw new Final({
      code: 'appeal.decided',
      message: 'This appeal was decided before.',
      fix: 'Nothing is left to do.',
    })
  if (found.member_id === by)
    throw new Final({
      code: 'appeal.own',
      message: 'This is your own appeal.',
      fix: 'Another moderator has to decide it.',
    })
  return found.member_id
}

async function decide(tx: Db, decision: Decision): Promise<Appeal> {
  const { id, by, granted, note, now } = decision
  const memberId = await requireOpen(tx, decision)
  const until = granted ? later(now, ringRules.liftDays * 86_400) : null
  const [row] = await tx<AppealRow[]>`
    update app.karma_appeal a set decided_at = ${now}, decided_by = ${by}, note = ${note}, lifts_until = ${until}
      where id = ${id} returning ${tx.unsafe(appealColumns)}`
  if (!row) throw new TypeError('a locked row is gone')
  if (granted) await liftDiscounts(tx, { memberId, now })
  return toAppeal(row)
}

/**
 * Decides an appeal. A granted one keeps discounts from the member for 90 days, and restores what was taken off awards
 * that no batch holds yet.
 * @throws Final `appeal.not-found`, `appeal.decided`, `appeal.own`
 */
export async function decideAppeal(sql: Sql, decision: Decision): Promise<Appeal> {
  return inTransaction(sql, (tx) => decide(tx, decision))
}
