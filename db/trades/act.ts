import type { TradeActInput } from '../../core/trade/input.ts'
import type { TradeNews } from '../../core/trade/news.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { acceptOffer, counterOffer, endOffer } from './answer.ts'
import { openDispute } from './dispute.ts'
import { noteReceived, noteShipped, showPhotos, tellStory } from './happened.ts'
import { type InTrade, lockTrade } from './lock.ts'
import { tellNews } from './news.ts'
import { tradeRows } from './row.ts'
import { tellTrade } from './tell.ts'

export type Acting = InTrade & { input: TradeActInput }

async function carryOut(tx: Db, { input, ...who }: Acting): Promise<void> {
  const here = { ...who, locked: await lockTrade(tx, who) }
  switch (input.act) {
    case 'counter':
      return counterOffer(tx, { ...here, offer: input.offer }, input.with)
    case 'accept':
      return acceptOffer(tx, { ...here, offer: input.offer }, input.wallet)
    case 'decline':
    case 'withdraw':
      return endOffer(tx, { ...here, offer: input.offer }, input.act)
    case 'ship':
      return noteShipped(tx, here)
    case 'receive':
      return noteReceived(tx, here)
    case 'dispute':
      return openDispute(tx, here, input.text)
    case 'tell':
      return tellStory(tx, here, input.text)
    case 'show':
      return showPhotos(tx, here, input.photo_ids)
  }
}

const news: Partial<Record<TradeActInput['act'], TradeNews>> = {
  ...{ counter: 'countered', accept: 'accepted', decline: 'declined', ship: 'shipped', dispute: 'disputed' },
}

/** What the other side has to know at once; the rest is on the page. */
async function tellOther(tx: Db, { id, memberId, input }: Acting): Promise<void> {
  const state = news[input.act]
  if (!state) return
  const [row] = await tradeRows(tx, [id])
  const memberIds = row ? [row.makerId, row.takerId].filter((side) => side !== memberId) : []
  await tellNews(tx, { id, state, memberIds })
}

/**
 * One thing that a side of a trade does, in one transaction; refused, nothing of it happened.
 * @throws Final `trade.*`, `auth.required` of a member who has left, and what the act itself refuses
 */
export async function actOnTrade(sql: Sql, acting: Acting): Promise<void> {
  await inTransaction(sql, async (tx) => {
    await lockMember(tx, acting.memberId)
    await carryOut(tx, acting)
    await tellOther(tx, acting)
    await tellTrade(tx, acting.id)
  })
}
