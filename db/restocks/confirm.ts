import { Final } from '../../core/errors.ts'
import { isAward, type Ruleset } from '../../core/karma/rule.ts'
import { matureAwards } from '../awards/mature.ts'
import { writeAward } from '../awards/write.ts'
import type { Db, Sql } from '../client.ts'
import { notifyApp } from '../events.ts'
import { rulesNow } from '../karma/effective.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'

export type ConfirmRestock = {
  restockId: string
  memberId: string
  now: Date
  /** Length of the challenge window that the awards must pass. */
  challengeSeconds: number
}

/** Locks the restock, so that confirmations take turns and exactly one of them is the first. */
async function requireOthers(tx: Db, { restockId, memberId }: ConfirmRestock): Promise<void> {
  const [restock] = await tx<{ reported_by: string }[]>`
    select reported_by from app.restock where id = ${restockId} for update`
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
}

/** @returns how many confirmations the restock has now */
async function addConfirmation(tx: Db, { restockId, memberId, now }: ConfirmRestock): Promise<number> {
  const added = await tx`
    insert into app.restock_confirmation (restock_id, member_id, confirmed_at)
      values (${restockId}, ${memberId}, ${now}) on conflict do nothing`
  if (added.count === 0)
    throw new Final({
      code: 'restock.already-confirmed',
      message: 'You confirmed this restock before.',
      fix: 'Nothing is left to do: one confirmation per member counts.',
    })
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from app.restock_confirmation where restock_id = ${restockId}`
  return row?.count ?? 0
}

/** Whether so many have confirmed a restock that it is taken for true. */
function isConfirmed({ rules }: Ruleset, confirmations: number): boolean {
  const rule = rules['restock.report']
  return rule !== undefined && isAward(rule) && confirmations >= rule.needs.confirmations
}

async function confirm(tx: Db, input: ConfirmRestock): Promise<void> {
  const { restockId, memberId, now, challengeSeconds } = input
  // As in reportRestock: nothing is written after a deletion that did not see it.
  await lockMember(tx, memberId)
  await requireOthers(tx, input)
  const confirmations = await addConfirmation(tx, input)
  if (isConfirmed((await rulesNow(tx)).ruleset, confirmations))
    await tx`update app.restock set confirmed_at = ${now} where id = ${restockId} and confirmed_at is null`
  if (confirmations === 1)
    await writeAward(tx, { rule: 'restock.first-confirmation', memberId, sourceId: restockId, now })
  const maturesAt = new Date(now.getTime() + challengeSeconds * 1000)
  await matureAwards(tx, { sourceId: restockId, confirmations, maturesAt, now })
  await notifyApp(tx, { kind: 'restock', restock_id: restockId })
}

/**
 * Another member saw it too. With enough of them the restock is confirmed and its awards start to mature; the first
 * one earns an award of their own. One transaction.
 * @throws Final `restock.not-found`, `restock.own-report`, `restock.already-confirmed`,
 *   `auth.required` of a member who has left
 */
export async function confirmRestock(sql: Sql, input: ConfirmRestock): Promise<void> {
  await inTransaction(sql, (tx) => confirm(tx, input))
}
