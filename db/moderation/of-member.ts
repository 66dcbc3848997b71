import type { Moderation } from '../../core/moderation/export.ts'
import type { HouseRule } from '../../core/moderation/rules.ts'
import type { Db } from '../client.ts'
import { listBlocks } from './block.ts'
import { mutesOf, removedOf } from './conduct.ts'

const iso = (time: Date) => time.toISOString()

async function reportsOf(db: Db, memberId: string): Promise<Moderation['reports']> {
  const rows = await db<{ rule: HouseRule; text: string | null; created_at: Date }[]>`
    select rule, text, created_at from app.post_report where member_id = ${memberId} order by id`
  return rows.map(({ rule, text, created_at }) => ({ rule, text, at: iso(created_at) }))
}

async function casesOf(db: Db, memberId: string): Promise<Moderation['cases']> {
  const rows = await db<{ quote: string; cause: string; opened_at: Date; outcome: string | null }[]>`
    select quote, cause, opened_at, outcome from app.mod_case where member_id = ${memberId} order by id`
  return rows.map(({ opened_at, ...row }) => ({ ...row, opened_at: iso(opened_at) }))
}

async function notesAbout(db: Db, memberId: string): Promise<Moderation['notes']> {
  const rows = await db<{ text: string; created_at: Date }[]>`
    select text, created_at from app.mod_note where member_id = ${memberId} order by id`
  return rows.map(({ text, created_at }) => ({ text, at: iso(created_at) }))
}

async function threadMutesOf(db: Db, memberId: string): Promise<Moderation['thread_mutes']> {
  const rows = await db<{ root_id: string; created_at: Date }[]>`
    select root_id, created_at from app.thread_mute where member_id = ${memberId} order by created_at`
  return rows.map(({ root_id, created_at }) => ({ post_id: root_id, at: iso(created_at) }))
}

/** What a moderator did under their name. */
async function doneBy(db: Db, memberId: string): Promise<Moderation['done']> {
  const rows = await db<{ act: string; note: string | null; at: Date }[]>`
    select act, note, at from app.mod_log where by_id = ${memberId}
    union all select 'note', null, created_at from app.mod_note where by_id = ${memberId}
    union all select 'filter', pattern, created_at from app.word_filter where added_by = ${memberId}
    order by 3`
  return rows.map(({ at, ...row }) => ({ ...row, at: iso(at) }))
}

/** Everything between a member and the moderators, and whom the member does not want to see. */
export async function exportModeration(db: Db, memberId: string): Promise<Moderation> {
  return {
    reports: await reportsOf(db, memberId),
    cases: await casesOf(db, memberId),
    removed: await removedOf(db, { memberId, named: false }),
    mutes: await mutesOf(db, { memberId, named: false }),
    notes: await notesAbout(db, memberId),
    blocks: await listBlocks(db, memberId),
    thread_mutes: await threadMutesOf(db, memberId),
    done: await doneBy(db, memberId),
  }
}

/** What they did as a moderator stands, without their name. */
async function forgetModerator(tx: Db, memberId: string): Promise<void> {
  await tx`
    update app.mod_case set claimed_by = null, claimed_until = null where claimed_by = ${memberId}`
  await tx`update app.mod_case set resolved_by = null where resolved_by = ${memberId}`
  await tx`update app.mod_appeal set decided_by = null where decided_by = ${memberId}`
  await tx`update app.silence set by_id = null where by_id = ${memberId}`
  await tx`update app.mod_note set by_id = null where by_id = ${memberId}`
  await tx`update app.mod_log set by_id = null where by_id = ${memberId}`
  await tx`update app.word_filter set added_by = null where added_by = ${memberId}`
}

/**
 * Forgets a member who leaves: what was decided about posts stays in the log, which never named them; what they had
 * written stays nowhere.
 */
export async function forgetModeration(tx: Db, memberId: string): Promise<void> {
  await tx`update app.mod_case set quote = '', member_id = null where member_id = ${memberId}`
  await tx`update app.post_report set text = null, member_id = null where member_id = ${memberId}`
  await tx`delete from app.mod_appeal where member_id = ${memberId}`
  await tx`delete from app.silence where member_id = ${memberId}`
  await tx`delete from app.strike where member_id = ${memberId}`
  await tx`delete from app.mod_note where member_id = ${memberId}`
  await tx`delete from app.member_block where member_id = ${memberId} or other_id = ${memberId}`
  await tx`delete from app.thread_mute where member_id = ${memberId} or author_id = ${memberId}`
  await forgetModerator(tx, memberId)
}
