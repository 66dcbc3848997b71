import type { HouseRule } from '../../core/moderation/rules.ts'
import type { Conduct, Mute, TakenDown } from '../../core/moderation/shape.ts'
import type { Db } from '../client.ts'
import { type AppealRow, appealColumns, toAppeal } from './appeal-row.ts'
import { countStrikes } from './strikes.ts'
import { mutedUntil } from './voice.ts'

type Who = { memberId: string; now: Date }
type WithAppeal<Row> = Row & Omit<AppealRow, 'id'> & { id: string | null }

const appealOf = ({ id, ...row }: WithAppeal<unknown>) => (id === null ? null : toAppeal({ ...row, id }))
const iso = (time: Date | null) => time?.toISOString() ?? null

type RemovedRow = WithAppeal<{
  case_id: string
  quote: string
  rule: HouseRule
  note: string
  at: Date
  expires_at: Date | null
  lifted_at: Date | null
}>

/** What of a member was taken down, the newest first. `named`: without what they wrote anonymously. */
export async function removedOf(
  db: Db,
  { memberId, named }: { memberId: string; named: boolean },
): Promise<TakenDown[]> {
  const rows = await db<RemovedRow[]>`
    select c.id as case_id, c.quote, c.rule, c.note, c.resolved_at as at, s.expires_at, s.lifted_at,
      ${db.unsafe(appealColumns)}
    from app.mod_case c left join app.strike s on s.case_id = c.id left join app.mod_appeal a on a.case_id = c.id
    where c.member_id = ${memberId} and c.outcome = 'removed' and ${named ? db`not c.anonymous` : db`true`}
    order by c.resolved_at desc, c.id desc limit 100`
  return rows.map((row) => ({
    ...{ case_id: row.case_id, quote: row.quote, rule: row.rule, note: row.note, at: row.at.toISOString() },
    strike: row.expires_at && { expires_at: row.expires_at.toISOString(), lifted_at: iso(row.lifted_at) },
    appeal: appealOf(row),
  }))
}

type MuteRow = WithAppeal<{
  mute_id: string
  reason: string
  from_at: Date
  until_at: Date
  lifted_at: Date | null
}>

/** A member's mutes, the newest first. `named`: without those that an anonymous post brought. */
export async function mutesOf(
  db: Db,
  { memberId, named }: { memberId: string; named: boolean },
): Promise<Mute[]> {
  const rows = await db<MuteRow[]>`
    select m.id as mute_id, m.reason, m.from_at, m.until_at, m.lifted_at, ${db.unsafe(appealColumns)}
    from app.silence m left join app.mod_appeal a on a.silence_id = m.id
    left join app.strike s on s.id = m.strike_id left join app.mod_case c on c.id = s.case_id
    where m.member_id = ${memberId} and ${named ? db`c.anonymous is not true` : db`true`}
    order by m.from_at desc, m.id desc limit 100`
  return rows.map((row) => ({
    ...{ id: row.mute_id, reason: row.reason, from: row.from_at.toISOString() },
    ...{ until: row.until_at.toISOString(), lifted_at: iso(row.lifted_at), appeal: appealOf(row) },
  }))
}

/** Where a member stands with the moderators, to that member. */
export async function readConduct(db: Db, { memberId, now }: Who): Promise<Conduct> {
  const everything = { memberId, named: false }
  return {
    muted_until: iso(await mutedUntil(db, { memberId, now })),
    strikes: await countStrikes(db, { memberId, now }),
    removed: await removedOf(db, everything),
    mutes: await mutesOf(db, everything),
  }
}
