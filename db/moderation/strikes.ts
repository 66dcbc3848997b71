import { later } from '../../core/auth/lifetime.ts'
import { uuidv7 } from '../../core/id.ts'
import { muteSeconds } from '../../core/moderation/strikes.ts'
import type { Db } from '../client.ts'
import { featureNow } from '../features/now.ts'
import { writeLog } from './log.ts'

type Who = { memberId: string; now: Date }

/** How many strikes stand against a member. */
export async function countStrikes(db: Db, { memberId, now }: Who): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from app.strike
      where member_id = ${memberId} and expires_at > ${now} and lifted_at is null`
  return row?.count ?? 0
}

type Strike = Who & {
  caseId: string
  /** The moderator. */
  by: string
  /** The member reads it. */
  note: string
}

/** A strike, and the mute that so many of them bring. Strikes of one member take turns. */
export async function giveStrike(tx: Db, strike: Strike): Promise<void> {
  const { memberId, caseId, by, note, now } = strike
  const id = uuidv7(now.getTime())
  const days = await featureNow(tx, 'app.strikes.days')
  await tx`select pg_advisory_xact_lock(hashtextextended(${`strike ${memberId}`}, 0))`
  await tx`insert into app.strike ${tx({
    ...{ id, member_id: memberId, case_id: caseId, given_at: now },
    expires_at: later(now, days * 86_400),
  })}`
  await writeLog(tx, { act: 'strike', by, now })
  const seconds = muteSeconds(await countStrikes(tx, { memberId, now }))
  if (seconds === 0) return
  await tx`insert into app.silence ${tx({
    ...{ id: uuidv7(now.getTime()), member_id: memberId, strike_id: id, by_id: by, reason: note },
    ...{ from_at: now, until_at: later(now, seconds) },
  })}`
  await writeLog(tx, { act: 'mute', by, now })
}

/** What a decision against this case takes back: its strike, and the mute that came of it. */
export async function liftStrike(tx: Db, { caseId, now }: { caseId: string; now: Date }): Promise<void> {
  await tx`
    with lifted as (
      update app.strike set lifted_at = ${now} where case_id = ${caseId} and lifted_at is null returning id)
    update app.silence set lifted_at = ${now} where strike_id in (select id from lifted) and lifted_at is null`
}
