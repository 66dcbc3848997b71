import { Final } from '../../core/errors.ts'
import type { ModAppeal } from '../../core/moderation/shape.ts'
import { categoriesOf, lockCategories } from '../awards/lock.ts'
import { takeBack } from '../awards/take-back.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { type AppealRow, appealColumns, toAppeal } from './appeal-row.ts'
import { writeLog } from './log.ts'
import { liftStrike } from './strikes.ts'
import { decidedBefore, lockAbout } from './take.ts'
import { tellShown } from './tell.ts'
import { casedThing } from './things/cased.ts'
import type { CaseOfThing } from './things/thing.ts'

export type DecidingAppeal = {
  id: string
  /** The moderator. */
  by: string
  granted: boolean
  /** Shown to the member. */
  answer: string
  now: Date
}

type Found = Partial<CaseOfThing> & {
  caseId: string | null
  silenceId: string | null
  postId: string | null
  decided: boolean
  own: boolean
}

/** Locks what the case is about, then the appeal. @throws Final `moderation.not-found`, `moderation.decided`, `moderation.own` */
async function take(tx: Db, { id, by }: DecidingAppeal): Promise<Found> {
  const [of] = await tx<{ id: string | null }[]>`select case_id as id from app.mod_appeal where id = ${id}`
  if (of?.id) await lockAbout(tx, of.id)
  const [found] = await tx<Found[]>`
    select a.case_id as "caseId", a.silence_id as "silenceId", c.post_id as "postId",
      c.kind, c.thing_id as "thingId", c.member_id as "memberId", c.quote, a.decided_at is not null as decided,
      coalesce(a.member_id = ${by} or c.resolved_by = ${by} or s.by_id = ${by}, false) as own
    from app.mod_appeal a left join app.mod_case c on c.id = a.case_id left join app.silence s on s.id = a.silence_id
    where a.id = ${id} for no key update of a`
  if (!found)
    throw new Final({
      code: 'moderation.not-found',
      message: 'There is no such appeal.',
      fix: 'Look at the list; its member may have left.',
    })
  if (found.decided) throw decidedBefore()
  if (found.own)
    throw new Final({
      code: 'moderation.own',
      message: 'This is about you, or about a decision of yours.',
      fix: 'Another moderator has to decide it.',
    })
  return found
}

/** What was paid for the report goes back, unless it is minted. */
async function unpay(tx: Db, caseId: string, { by, answer, now }: DecidingAppeal): Promise<void> {
  await lockCategories(tx, await categoriesOf(tx, caseId))
  const awards = await tx<{ id: string }[]>`select id from app.award where source_id = ${caseId}`
  await takeBack(tx, { ids: awards.map(({ id }) => id), by, reason: answer, now })
}

async function restore(tx: Db, found: Found, deciding: DecidingAppeal): Promise<void> {
  const { caseId, silenceId, postId } = found
  const { now } = deciding
  if (silenceId)
    await tx`update app.silence set lifted_at = ${now} where id = ${silenceId} and lifted_at is null`
  if (!caseId) return
  await liftStrike(tx, { caseId, now })
  if (postId)
    await tx`
      update app.post set hidden_at = null where id = ${postId} and not exists (
        select from app.mod_case where post_id = ${postId} and id <> ${caseId} and hides and (
          outcome is null or outcome = 'removed'
          and not exists (select from app.mod_appeal a where a.case_id = mod_case.id and a.granted)))`
  if (postId) await tellShown(tx, postId)
  const thing = casedThing(found, now)
  if (thing) await thing.keeper.show(tx, thing.cased)
  await unpay(tx, caseId, deciding)
}

async function decide(tx: Db, deciding: DecidingAppeal): Promise<ModAppeal> {
  const { id, by, granted, answer, now } = deciding
  const found = await take(tx, deciding)
  const [row] = await tx<AppealRow[]>`
    update app.mod_appeal a set decided_at = ${now}, decided_by = ${by}, granted = ${granted}, answer = ${answer}
      where id = ${id} returning ${tx.unsafe(appealColumns)}`
  if (!row) throw new TypeError('a locked row is gone')
  if (granted) await restore(tx, found, deciding)
  await writeLog(tx, { act: granted ? 'appeal.granted' : 'appeal.refused', by, note: answer, now })
  return toAppeal(row)
}

/**
 * A moderator who did not decide it before says whether the appeal is right: then the post is back, and the strike, its
 * mute and what the report earned are taken back.
 * @throws Final `moderation.not-found`, `moderation.decided`, `moderation.own`
 */
export async function decideModAppeal(sql: Sql, deciding: DecidingAppeal): Promise<ModAppeal> {
  return inTransaction(sql, (tx) => decide(tx, deciding))
}
