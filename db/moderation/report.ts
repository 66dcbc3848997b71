import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Report, ReportInput } from '../../core/moderation/shape.ts'
import type { Db, Sql } from '../client.ts'
import { mayRead } from '../groups/may.ts'
import { lockMember } from '../members/lock.ts'
import { noPost } from '../posts/find.ts'
import { inTransaction } from '../transaction.ts'
import { lockJudged, openCase } from './open-case.ts'

export type Reporting = { postId: string; memberId: string; input: ReportInput; now: Date }

async function refuseSecond(tx: Db, { postId, memberId }: Reporting): Promise<void> {
  const [before] = await tx`
    select 1 from app.post_report r join app.mod_case c on c.id = r.case_id
      where c.post_id = ${postId} and r.member_id = ${memberId}`
  if (before) throw reportedBefore()
}

export function reportedBefore(): Final {
  return new Final({
    code: 'moderation.reported',
    message: 'You reported this before.',
    fix: 'Nothing is left to do: a moderator looks at it, or has.',
  })
}

export function ownReport(): Final {
  return new Final({
    code: 'moderation.own',
    message: 'This is your own.',
    fix: 'Take it back, if it should not be here.',
  })
}

type Writing = { caseId: string; memberId: string; input: ReportInput; now: Date }

/** Puts a report to its case. */
export async function writeReport(tx: Db, { caseId, memberId, input, now }: Writing): Promise<Report> {
  const [id, text] = [uuidv7(now.getTime()), input.text ?? null]
  await tx`insert into app.post_report ${tx({
    ...{ id, case_id: caseId, member_id: memberId, rule: input.rule, text, created_at: now },
  })}`
  return { id, rule: input.rule, text, at: now.toISOString() }
}

async function report(tx: Db, reporting: Reporting): Promise<Report> {
  const { postId, memberId, input, now } = reporting
  await lockMember(tx, memberId)
  const post = await lockJudged(tx, postId)
  if (post?.memberId === memberId) throw ownReport()
  await refuseSecond(tx, reporting)
  if (!post || post.hiddenAt) throw noPost()
  if (post.groupId) await mayRead(tx, { groupId: post.groupId, memberId, now })
  const caseId = await openCase(tx, { post, cause: 'report', hides: false, now })
  return writeReport(tx, { caseId, memberId, input, now })
}

/**
 * A member says that a post or reply should not stand. It is shown until a moderator decided; who reported it is told to
 * nobody.
 * @throws Final `post.not-found`, `moderation.own`, `moderation.reported`, `group.gate`, `auth.required` of a member who has left
 */
export async function reportPost(sql: Sql, reporting: Reporting): Promise<Report> {
  return inTransaction(sql, (tx) => report(tx, reporting))
}
