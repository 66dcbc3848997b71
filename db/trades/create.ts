import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { TradeInput } from '../../core/trade/input.ts'
import { MOST_OPEN } from '../../core/trade/limits.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { findNamed } from '../moderation/mute.ts'
import { inTransaction } from '../transaction.ts'
import { tellNews } from './news.ts'
import { addOffer, requireUnblocked } from './offer.ts'
import { tellTrade } from './tell.ts'

export type NewTrade = { memberId: string; input: TradeInput; now: Date }

/** @throws Final `trade.too-many` */
async function requireRoom(tx: Db, { memberId, now }: NewTrade): Promise<void> {
  const [row] = await tx<{ open: number }[]>`
    select count(*)::int as open from app.trade t
    join app.trade_offer o on o.trade_id = t.id and o.no = t.offer_no
    where t.maker_id = ${memberId} and case when t.answer is null then o.answer_by > ${now}
      else t.answer = 'accepted' and t.settled_at is null and t.confirm_by > ${now} end`
  if ((row?.open ?? 0) < MOST_OPEN) return
  throw new Final({
    code: 'trade.too-many',
    message: `You have ${MOST_OPEN} trades open that you began.`,
    fix: 'Take an offer back, or bring a trade to its end, first.',
  })
}

async function create(tx: Db, trade: NewTrade): Promise<string> {
  const { memberId, input, now } = trade
  await lockMember(tx, memberId)
  const { id: takerId } = await findNamed(tx, { username: input.with })
  if (takerId === memberId)
    throw new Final({ code: 'trade.own', message: 'This is you.', fix: 'Name somebody else.' })
  await requireUnblocked(tx, memberId, takerId)
  await requireRoom(tx, trade)
  const id = uuidv7(now.getTime())
  await tx`insert into app.trade ${tx({
    ...{ id, maker_id: memberId, taker_id: takerId, created_at: now, offer_no: 1 },
  })}`
  await addOffer(tx, { tradeId: id, no: 1, byId: memberId, side: 'maker', input, now })
  await tellNews(tx, { id, state: 'offered', memberIds: [takerId] })
  await tellTrade(tx, id)
  return id
}

/**
 * Offers another member a trade.
 * @returns its id
 * @throws Final `member.not-found`, `trade.own`, `trade.blocked`, `trade.too-many`, as `addOffer`, `auth.required`
 */
export async function createTrade(sql: Sql, trade: NewTrade): Promise<string> {
  return inTransaction(sql, (tx) => create(tx, trade))
}
