import { Final } from '../../core/errors.ts'
import type { RulingInput } from '../../core/trade/input.ts'
import { requireState } from '../../core/trade/require-state.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { noTrade } from './lock.ts'
import { tellNews } from './news.ts'
import { type TradeRow, tradeRows } from './row.ts'
import { sideOf, standingOf } from './standing.ts'
import { tellTrade } from './tell.ts'

export type Ruling = { id: string; memberId: string; input: RulingInput; now: Date }

/** A dispute, locked, that this member is no side of. @throws Final `trade.not-found`, `trade.own-dispute`, as `requireState` */
export async function lockDispute(tx: Db, { id, memberId, now }: Omit<Ruling, 'input'>): Promise<TradeRow> {
  await tx`select 1 from app.trade where id = ${id} for update`
  const [row] = await tradeRows(tx, [id])
  if (!row) throw noTrade()
  if (sideOf(row, memberId))
    throw new Final({
      code: 'trade.own-dispute',
      message: 'Nobody rules on a trade of their own.',
      fix: 'Wait for the jury, or for another moderator.',
    })
  requireState(standingOf(row, now).state, ['disputed'])
  return row
}

/** Writes down how a dispute without bonds was decided. @param by null: by a jury */
export async function writeRuling(
  tx: Db,
  { id, input, by, now }: { id: string; input: RulingInput; by: string | null; now: Date },
): Promise<void> {
  const [sides] = await tx<{ maker_id: string; taker_id: string }[]>`
    update app.trade set ruled_at = ${now}, ruled_by = ${by}, slashed = ${input.slashed}, ruling_note = ${input.note}
    where id = ${id} returning maker_id, taker_id`
  if (sides) await tellNews(tx, { id, state: 'ruled', memberIds: [sides.maker_id, sides.taker_id] })
  await tellTrade(tx, id)
}

async function rule(tx: Db, ruling: Ruling): Promise<void> {
  const { id, memberId, input, now } = ruling
  await lockMember(tx, memberId)
  const row = await lockDispute(tx, ruling)
  if (row.escrowId)
    throw new Final({
      code: 'trade.on-chain',
      message: 'There are bonds in this trade: the contract takes a ruling from an arbiter alone.',
      fix: 'Let the jury decide, or have an arbiter call TradeEscrow.rule.',
    })
  await writeRuling(tx, { id, input, by: memberId, now })
}

/**
 * A moderator decides a dispute without bonds. Whether they are one is the caller's to have asked.
 * @throws Final as `lockDispute`, `trade.on-chain`
 */
export async function ruleOnTrade(sql: Sql, ruling: Ruling): Promise<void> {
  await inTransaction(sql, (tx) => rule(tx, ruling))
}
