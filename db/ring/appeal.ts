import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import { ringRules } from '../../core/karma/ring/constants.ts'
import type { Appeal } from '../../core/karma/ring/shape.ts'
import { before } from '../../core/karma/ring/since.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { type AppealRow, appealColumns, toAppeal } from './appeal-row.ts'
import { circleOf } from './circle.ts'

export type OpenAppeal = { memberId: string; text: string; now: Date }

/** The member's latest appeal. */
export async function latestAppeal(db: Db, memberId: string): Promise<Appeal | null> {
  const [row] = await db<AppealRow[]>`
    select ${db.unsafe(appealColumns)} from app.karma_appeal a where a.member_id = ${memberId}
      order by a.created_at desc, a.id desc limit 1`
  return row ? toAppeal(row) : null
}

async function refuseRepeated(tx: Db, { memberId, now }: OpenAppeal): Promise<void> {
  const latest = await latestAppeal(tx, memberId)
  if (latest?.state === 'open')
    throw new Final({
      code: 'appeal.open',
      message: 'You have appealed already, and it is not decided yet.',
      fix: 'Wait for the answer; it comes to your standing page.',
    })
  const since = before(now, ringRules.retryDays)
  if (latest?.state !== 'refused' || !latest.decided_at || new Date(latest.decided_at) < since) return
  throw new Final({
    code: 'appeal.too-soon',
    message: `Your last appeal was refused less than ${ringRules.retryDays} days ago.`,
    fix: 'Confirmations by two members outside of your circle restore an award at once, without an appeal.',
  })
}

/** Whether an award of theirs lost anything lately. */
async function lostAny(tx: Db, { memberId, now }: OpenAppeal): Promise<boolean> {
  const [row] = await tx`
    select 1 from app.award where member_id = ${memberId} and ring_discount > 0
      and created_at > ${before(now, ringRules.windowDays)} limit 1`
  return row !== undefined
}

async function open(tx: Db, appeal: OpenAppeal): Promise<Appeal> {
  const { memberId, text, now } = appeal
  await lockMember(tx, memberId)
  await refuseRepeated(tx, appeal)
  const { score } = await circleOf(tx, appeal)
  if (score.discount === 0 && !(await lostAny(tx, appeal)))
    throw new Final({
      code: 'appeal.nothing',
      message: 'Nothing is taken off your awards for your circle, so there is nothing to appeal.',
      fix: 'Look at the award in your ledger: it says what happened to it.',
    })
  const [row] = await tx<AppealRow[]>`
    insert into app.karma_appeal as a (id, member_id, text, score, created_at)
      values (${uuidv7(now.getTime())}, ${memberId}, ${text}, ${tx.json(score)}, ${now})
      returning ${tx.unsafe(appealColumns)}`
  if (!row) throw new TypeError('an insert returned nothing')
  return toAppeal(row)
}

/**
 * Says that the discount is wrong, for a moderator to decide. The score of this moment is kept with it.
 * @throws Final `appeal.open`, `appeal.too-soon`, `appeal.nothing`, `auth.required` of a member who has left
 */
export async function openAppeal(sql: Sql, appeal: OpenAppeal): Promise<Appeal> {
  return inTransaction(sql, (tx) => open(tx, appeal))
}
