import { Final } from '../../core/errors.ts'
import type { Challenge } from '../../core/karma/shape.ts'
import { categoriesOf, lockCategories } from '../awards/lock.ts'
import { matureAwards } from '../awards/mature.ts'
import { takeBack } from '../awards/take-back.ts'
import { writeAward } from '../awards/write.ts'
import type { Db, Sql } from '../client.ts'
import { notifyApp } from '../events.ts'
import { inTransaction } from '../transaction.ts'
import { type ChallengeRow, toChallenge } from './row.ts'

export type ResolveChallenge = {
  id: string
  /** The moderator. */
  by: string
  outcome: 'upheld' | 'dismissed' | 'false'
  /** Shown to who opened it and, when upheld, to those who lose an award. */
  note: string
  now: Date
  /** Length of the challenge window of what an upheld one earns. */
  challengeSeconds: number
}

type Found = { restock_id: string; member_id: string; outcome: string | null; own: boolean }

/** Locks the challenge. @throws Final `challenge.not-found`, `challenge.resolved`, `challenge.own` */
async function take(tx: Db, { id, by }: ResolveChallenge): Promise<Found> {
  const [found] = await tx<Found[]>`
    select c.restock_id, c.member_id, c.outcome, c.member_id = ${by}
      or exists (select from app.award a where a.source_id = c.restock_id and a.member_id = ${by}) as own
    from app.challenge c where c.id = ${id} for update`
  if (!found)
    throw new Final({
      code: 'challenge.not-found',
      message: 'There is no such challenge.',
      fix: 'List them: GET /api/karma/challenges.',
    })
  if (found.outcome !== null)
    throw new Final({
      code: 'challenge.resolved',
      message: `This challenge was decided before: ${found.outcome}.`,
      fix: 'Nothing is left to do.',
    })
  if (found.own)
    throw new Final({
      code: 'challenge.own',
      message: 'You opened this challenge, or have an award in what it is about.',
      fix: 'Another moderator has to decide it.',
    })
  return found
}

async function reverseAll(tx: Db, restockId: string, { by, note, now }: ResolveChallenge): Promise<void> {
  const rows = await tx<{ id: string }[]>`select id from app.award where source_id = ${restockId}`
  await takeBack(tx, { ids: rows.map(({ id }) => id), by, reason: note, now })
}

/** Lets the awards mature as if nothing had been, unless another challenge still holds them. */
async function release(tx: Db, { restock_id }: Found, { id, now }: ResolveChallenge): Promise<void> {
  const [other] = await tx`
    select 1 from app.challenge
      where restock_id = ${restock_id} and id <> ${id} and outcome is null and holds_until > ${now} limit 1`
  if (other) return
  const released = await tx<{ member_id: string }[]>`
    update app.award set matures_at = ready_at
      where source_id = ${restock_id} and matures_at > ready_at and award_id is null and reversed_at is null
      returning member_id`
  for (const { member_id } of released) await notifyApp(tx, { kind: 'award', member_id })
}

/** Asked under the challenge's lock, which a deletion takes too: the question that waited for it still sees what was before. */
async function hasLeft(tx: Db, memberId: string): Promise<boolean> {
  const [left] = await tx`select 1 from app.member where id = ${memberId} and deleted_at is not null`
  return left !== undefined
}

/** An upheld challenge is an upheld flag: who looked twice is paid for it. */
async function reward(
  tx: Db,
  memberId: string,
  { id, now, challengeSeconds }: ResolveChallenge,
): Promise<void> {
  await writeAward(tx, { rule: 'flag.upheld', memberId, sourceId: id, now })
  const maturesAt = new Date(now.getTime() + challengeSeconds * 1000)
  await matureAwards(tx, { sourceId: id, confirmations: 1, maturesAt, now })
}

async function resolve(tx: Db, input: ResolveChallenge): Promise<Challenge> {
  const { id, by, outcome, note, now } = input
  const found = await take(tx, input)
  await lockCategories(tx, [...(await categoriesOf(tx, found.restock_id)), 'moderation'])
  if (outcome === 'upheld') await reverseAll(tx, found.restock_id, input)
  else await release(tx, found, input)
  if (outcome === 'upheld' && !(await hasLeft(tx, found.member_id))) await reward(tx, found.member_id, input)
  const [row] = await tx<ChallengeRow[]>`
    update app.challenge set outcome = ${outcome}, note = ${note}, resolved_by = ${by}, resolved_at = ${now}
      where id = ${id}
      returning id, restock_id, reason, opened_at, holds_until, outcome, note, resolved_at`
  if (!row) throw new RangeError(`challenge ${id} is locked and not there`)
  return toChallenge(row)
}

/**
 * A moderator decides a challenge. Upheld: what of the restock's awards is not minted is taken back. Otherwise they go on;
 * one in bad faith costs its author the right for a while. One transaction.
 * @throws Final `challenge.not-found`, `challenge.resolved`, `challenge.own`
 */
export async function resolveChallenge(sql: Sql, input: ResolveChallenge): Promise<Challenge> {
  return inTransaction(sql, (tx) => resolve(tx, input))
}
