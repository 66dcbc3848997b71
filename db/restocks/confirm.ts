import { Final } from '../../core/errors.ts'
import type { Tie } from '../../core/karma/ring/tie.ts'
import { isAward, type Ruleset } from '../../core/karma/rule.ts'
import { matureAwards } from '../awards/mature.ts'
import { writeAward } from '../awards/write.ts'
import type { Db, Sql } from '../client.ts'
import { notifyApp } from '../events.ts'
import { rulesNow } from '../karma/effective.ts'
import { lockMember } from '../members/lock.ts'
import { writeScout } from '../places/scout.ts'
import { noteActive } from '../ring/active.ts'
import { circleDiscount } from '../ring/discount.ts'
import { liftDiscounts } from '../ring/lift.ts'
import { findTie } from '../ring/tie.ts'
import { inTransaction } from '../transaction.ts'

export type ConfirmRestock = {
  restockId: string
  memberId: string
  now: Date
  /** Length of the challenge window that the awards must pass. */
  challengeSeconds: number
  /** What they wrote, where it came as a report. */
  note?: string | null
}

/** Whose word others vouch for here; null: nobody's yet, since a monitor was first. */
type Owner = string | null

/**
 * Locks the restock, so that confirmations take turns and exactly one of them is the first.
 * @returns who reported it; of a monitor's, who confirmed it first: a machine vouches for nobody
 */
async function requireOthers(tx: Db, { restockId, memberId }: ConfirmRestock): Promise<Owner> {
  const [restock] = await tx<{ reported_by: string | null; vouched_by: string | null }[]>`
    select reported_by, vouched_by from app.restock where id = ${restockId} for update`
  if (!restock)
    throw new Final({
      code: 'restock.not-found',
      message: 'There is no such restock.',
      fix: 'Go back to the list of restocks; it may have been taken down.',
    })
  if (restock.reported_by === memberId)
    throw new Final({
      code: 'restock.own-report',
      message: 'You reported this restock yourself.',
      fix: 'Another member has to confirm it; share it with someone near the store.',
    })
  return restock.reported_by ?? restock.vouched_by
}

/** @returns the independent members who have confirmed the restock by now */
async function addConfirmation(tx: Db, input: ConfirmRestock, tie: Tie | null): Promise<string[]> {
  const { restockId, memberId, now, note = null } = input
  const added = await tx`
    insert into app.restock_confirmation (restock_id, member_id, confirmed_at, not_counted, note)
      values (${restockId}, ${memberId}, ${now}, ${tie}, ${note}) on conflict do nothing`
  if (added.count === 0)
    throw new Final({
      code: 'restock.already-confirmed',
      message: 'You confirmed this restock before.',
      fix: 'Nothing is left to do: one confirmation per member counts.',
    })
  const rows = await tx<{ member_id: string }[]>`
    select member_id from app.restock_confirmation where restock_id = ${restockId} and not_counted is null`
  return rows.map(({ member_id }) => member_id)
}

/** Whether so many have confirmed a restock that it is taken for true. */
function isConfirmed({ rules }: Ruleset, confirmations: number): boolean {
  const rule = rules['restock.report']
  return rule !== undefined && isAward(rule) && confirmations >= rule.needs.confirmations
}

/** @returns true when it is taken for true with this confirmation, and was not before */
async function markConfirmed(
  tx: Db,
  { restockId, now }: ConfirmRestock,
  confirmations: number,
): Promise<boolean> {
  if (!isConfirmed((await rulesNow(tx)).ruleset, confirmations)) return false
  const marked = await tx`
    update app.restock set confirmed_at = ${now} where id = ${restockId} and confirmed_at is null`
  return marked.count === 1
}

/** Whether a moderator has found the report to be untrue: confirming it then earns nobody anything. */
async function isTakenBack(tx: Db, restockId: string): Promise<boolean> {
  const [reversed] = await tx`
    select 1 from app.award where source_id = ${restockId} and rule = 'restock.report' and reversed_at is not null limit 1`
  return reversed !== undefined
}

type Vouched = {
  /** Whose act it is that the others vouch for. */
  owner: string
  /** The others. */
  vouchers: string[]
  /** Whether the confirmation in hand is the first. */
  isFirst: boolean
  isNews: boolean
}

/** What the circle's word takes off is asked before any category is locked: it is the slow part. */
async function reward(
  tx: Db,
  { restockId: sourceId, memberId, now, challengeSeconds }: ConfirmRestock,
  { owner, vouchers, isFirst, isNews }: Vouched,
): Promise<void> {
  const { act, first: ringDiscount } = await circleDiscount(tx, { ownerId: owner, vouchers, now })
  if (isFirst)
    await writeAward(tx, { rule: 'restock.first-confirmation', memberId, sourceId, now, ringDiscount })
  if (isNews) await writeScout(tx, { restockId: sourceId, now })
  await matureAwards(tx, {
    sourceId,
    confirmations: vouchers.length,
    maturesAt: new Date(now.getTime() + challengeSeconds * 1000),
    now,
    ringDiscounts: new Map([[owner, act]]),
  })
  if (act === 0 && vouchers.length > 1) await liftDiscounts(tx, { sourceId, now })
}

/** The first whose word counts is who the next ones vouch for. */
async function vouchFirst(tx: Db, { restockId, memberId }: ConfirmRestock): Promise<string> {
  await tx`update app.restock set vouched_by = ${memberId} where id = ${restockId}`
  return memberId
}

/** Confirms in a transaction of the caller's, who has locked the member. */
export async function confirm(tx: Db, input: ConfirmRestock): Promise<void> {
  const { restockId, memberId, now } = input
  const told = await requireOthers(tx, input)
  const tie = told === null ? null : await findTie(tx, { one: memberId, other: told, now })
  const counted = await addConfirmation(tx, input, tie)
  await noteActive(tx, { memberIds: told ? [memberId, told] : [memberId], now })
  // Written down and nothing more: it is the same hand, as far as anyone can see.
  if (tie) return notifyApp(tx, { kind: 'restock', restock_id: restockId })
  const isNews = await markConfirmed(tx, input, counted.length)
  const owner = told ?? (await vouchFirst(tx, input))
  const vouchers = counted.filter((id) => id !== owner)
  const isFirst = counted.length === 1
  if (!(await isTakenBack(tx, restockId))) await reward(tx, input, { owner, vouchers, isFirst, isNews })
  await notifyApp(tx, { kind: 'restock', restock_id: restockId })
}

/**
 * Another member saw it too. With enough independent ones the restock is confirmed and its awards start to mature; the
 * first one earns an award of their own, which of what a monitor was first with waits for a second one. Who is tied to the
 * reporter, or to that first one, is written down and does not count. One transaction.
 * @throws Final `restock.not-found`, `restock.own-report`, `restock.already-confirmed`,
 *   `auth.required` of a member who has left
 */
export async function confirmRestock(sql: Sql, input: ConfirmRestock): Promise<void> {
  await inTransaction(sql, async (tx) => {
    // As in reportRestock: nothing is written after a deletion that did not see it.
    await lockMember(tx, input.memberId)
    await confirm(tx, input)
  })
}
