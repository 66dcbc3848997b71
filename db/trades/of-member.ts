import type { MemberExport } from '../../core/member/export.ts'
import type { Db } from '../client.ts'
import { listCloset } from '../closet/items.ts'
import { forgetRings } from '../trade-rings/of-member.ts'
import { ownRings } from '../trade-rings/read.ts'
import { loadTrades } from './load.ts'

type Votes = MemberExport['trading']['jury']

async function juryOf(db: Db, memberId: string): Promise<Votes> {
  const rows = await db<(Omit<Votes[number], 'voted_at'> & { voted_at: Date | null })[]>`
    select trade_id, vote, voted_at from app.trade_juror where member_id = ${memberId} order by trade_id`
  return rows.map((row) => ({ ...row, voted_at: row.voted_at?.toISOString() ?? null }))
}

/** A member's trades, closet, and what they decided as a juror. */
export async function exportTrading(
  db: Db,
  { memberId, now }: { memberId: string; now: Date },
): Promise<MemberExport['trading']> {
  const own = await db<{ id: string }[]>`
    select id from app.trade where maker_id = ${memberId} or taker_id = ${memberId} order by id`
  const trades = await loadTrades(
    db,
    own.map(({ id }) => id),
    { memberId, now },
  )
  const rings = await ownRings(db, { memberId, now })
  return { closet: await listCloset(db, memberId), trades, rings, jury: await juryOf(db, memberId) }
}

/** Their open offers end; of what they agreed to only that it was is left, and whom they decided for. Words and wallets go. */
export async function forgetTrading(
  tx: Db,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  await tx`delete from app.closet_item where member_id = ${memberId}`
  await forgetRings(tx, { memberId, now })
  await tx`
    update app.trade t set answered_at = ${now}, answer = case when o.by_id = ${memberId} then 'withdrawn' else 'declined' end
    from app.trade_offer o where o.trade_id = t.id and o.no = t.offer_no and t.answer is null
      and (t.maker_id = ${memberId} or t.taker_id = ${memberId})`
  await tx`
    update app.trade t set terms = null,
      proposer_address = case when o.by_id = ${memberId} then null else proposer_address end,
      counterparty_address = case when o.by_id = ${memberId} then counterparty_address end
    from app.trade_offer o where o.trade_id = t.id and o.no = t.offer_no
      and (t.maker_id = ${memberId} or t.taker_id = ${memberId})`
  await tx`update app.trade_offer set note = null, wallet = null where by_id = ${memberId}`
  await tx`update app.trade_side set told = null, told_at = null where member_id = ${memberId}`
  await tx`delete from app.trade_juror where member_id = ${memberId} and vote is null`
}
