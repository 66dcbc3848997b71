import { Final } from '../../core/errors.ts'
import type { Resolution } from '../../core/moderation/shape.ts'
import { matureAwards } from '../awards/mature.ts'
import { writeAward } from '../awards/write.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { writeLog } from './log.ts'
import { giveStrike } from './strikes.ts'
import { isOthers, othersCase, type Taken, takeCase } from './take.ts'
import { tellShown } from './tell.ts'
import { casedThing } from './things/cased.ts'

export type Resolving = {
  id: string
  /** The moderator. */
  by: string
  resolution: Resolution
  now: Date
  /** Length of the challenge window of what the report earns. */
  challengeSeconds: number
}

/** @throws Final `moderation.claimed`, `moderation.not-claimed` */
function requireClaim(found: Taken, resolving: Resolving): void {
  if (isOthers(found, resolving)) throw othersCase(found.claimedUntil)
  if (found.claimedBy === resolving.by) return
  throw new Final({
    code: 'moderation.not-claimed',
    message: 'You have not taken this case.',
    fix: 'Claim it first, so that nobody decides it beside you.',
  })
}

async function setHidden(tx: Db, postId: string, hiddenAt: Date | null): Promise<void> {
  await tx`
    update app.post set hidden_at = ${hiddenAt} where id = ${postId}
      and (hidden_at is null) <> (${hiddenAt}::timestamptz is null)`
}

/** The member, unless they left; asked under the case's lock, which a deletion takes too. */
async function stillHere(tx: Db, memberId: string | null): Promise<string | undefined> {
  const [row] = await tx<{ id: string }[]>`
    select id from app.member where id = ${memberId} and deleted_at is null`
  return row?.id
}

/** The first who reported it and does not decide it: one is paid, or a crowd would be. */
async function payReporter(tx: Db, { id, by, now, challengeSeconds }: Resolving): Promise<void> {
  const [first] = await tx<{ member_id: string }[]>`
    select r.member_id from app.post_report r join app.member m on m.id = r.member_id
      where r.case_id = ${id} and m.deleted_at is null and m.id <> ${by} order by r.id limit 1`
  if (!first) return
  await writeAward(tx, { rule: 'flag.upheld', memberId: first.member_id, sourceId: id, now })
  const maturesAt = new Date(now.getTime() + challengeSeconds * 1000)
  await matureAwards(tx, { sourceId: id, confirmations: 1, maturesAt, now })
}

async function remove(tx: Db, found: Taken, resolving: Resolving): Promise<void> {
  const { id, by, resolution, now } = resolving
  if (resolution.outcome !== 'removed') return
  const { rule, note, strike } = resolution
  if (found.postId) await setHidden(tx, found.postId, now)
  const thing = casedThing(found, now)
  if (thing) await thing.keeper.hide(tx, thing.cased)
  await writeLog(tx, { act: `${found.kind}.removed`, by, rule, note, now })
  const author = strike ? await stillHere(tx, found.memberId) : undefined
  if (author) await giveStrike(tx, { memberId: author, caseId: id, by, note, now })
  await payReporter(tx, resolving)
}

async function keep(tx: Db, found: Taken, { by, resolution: { note }, now }: Resolving): Promise<void> {
  if (found.postId && found.hides) await setHidden(tx, found.postId, null)
  await writeLog(tx, { act: `${found.kind}.kept`, by, note, now })
}

async function resolve(tx: Db, resolving: Resolving): Promise<void> {
  const { id, by, resolution, now } = resolving
  const found = await takeCase(tx, resolving)
  requireClaim(found, resolving)
  const { outcome, note } = resolution
  const removed = outcome === 'removed'
  await tx`
    update app.mod_case set resolved_at = ${now}, resolved_by = ${by}, outcome = ${outcome}, note = ${note},
      rule = ${removed ? resolution.rule : null}, hides = hides or ${removed} where id = ${id}`
  if (removed) await remove(tx, found, resolving)
  else await keep(tx, found, resolving)
  if (found.postId) await tellShown(tx, found.postId)
}

/**
 * A moderator decides a case that they claimed. Removed: what it is about is shown to nobody, its author may get a strike, who
 * reported it first is paid. Kept: what hid it is undone. One transaction.
 * @throws Final `moderation.not-found`, `moderation.decided`, `moderation.own`, `moderation.claimed`,
 *   `moderation.not-claimed`
 */
export async function resolveCase(sql: Sql, resolving: Resolving): Promise<void> {
  await inTransaction(sql, (tx) => resolve(tx, resolving))
}
