import { uuidv7 } from '../../core/id.ts'
import type { MemberRecord } from '../../core/moderation/shape.ts'
import type { Db } from '../client.ts'
import { rulesNow } from '../karma/effective.ts'
import { levelOf } from '../karma/standing.ts'
import { mutesOf, removedOf } from './conduct.ts'
import { findNamed, type Named } from './mute.ts'
import { countStrikes } from './strikes.ts'
import { mutedUntil } from './voice.ts'

type Note = { text: string; by: string | null; created_at: Date }

async function notesOf(db: Db, memberId: string): Promise<MemberRecord['notes']> {
  const rows = await db<Note[]>`
    select n.text, m.username as by, n.created_at from app.mod_note n left join app.member m on m.id = n.by_id
      where n.member_id = ${memberId} order by n.id desc limit 100`
  return rows.map(({ text, by, created_at }) => ({ text, by, at: created_at.toISOString() }))
}

/**
 * What moderators know of a member. What they took down of an anonymous author is left out: it would say who that was.
 * @throws Final `member.not-found`
 */
export async function readRecord(db: Db, { now, ...named }: Named & { now: Date }): Promise<MemberRecord> {
  const { id: memberId, username, createdAt } = await findNamed(db, named)
  const { ruleset } = await rulesNow(db)
  const removed = await removedOf(db, { memberId, named: true })
  const mutes = await mutesOf(db, { memberId, named: true })
  return {
    username,
    joined_at: createdAt.toISOString(),
    level: await levelOf(db, ruleset, { memberId, now }),
    strikes: await countStrikes(db, { memberId, now }),
    muted_until: (await mutedUntil(db, { memberId, now }))?.toISOString() ?? null,
    removed: removed.map(({ appeal: _, case_id: __, ...rest }) => rest),
    mutes: mutes.map(({ appeal: _, id: __, ...rest }) => rest),
    notes: await notesOf(db, memberId),
  }
}

/** Leaves word about a member for other moderators. @throws Final `member.not-found` */
export async function addNote(
  db: Db,
  { by, text, now, ...named }: Named & { by: string; text: string; now: Date },
): Promise<void> {
  const { id } = await findNamed(db, named)
  await db`insert into app.mod_note ${db({
    ...{ id: uuidv7(now.getTime()), member_id: id, by_id: by, text, created_at: now },
  })}`
}
