import { uuidv7 } from '../../core/id.ts'
import type { RestockState } from '../../core/restock/shape.ts'
import type { TradeNews } from '../../core/trade/news.ts'
import type { VoteNews } from '../../core/vote/news.ts'
import type { Db } from '../client.ts'
import { storePlace } from '../places/place.ts'

export type NewAlert =
  | {
      kind: 'restock'
      restockId: string
      sneakerId: string
      storeId: string
      size: string
      state: RestockState
      priceMinor: number | null
      currency: string | null
      source: 'member' | 'monitor'
      /** 0 to 1. */
      confidence: number
      /** When the question left that the shop answered so; null where a member saw it. */
      askedAt: Date | null
      seenAt: Date
    }
  | { kind: 'drop'; dropId: string; sneakerId: string; storeId: string }
  | { kind: 'purchase'; memberId: string; requestId: string; state: string }
  | { kind: 'award'; memberId: string; awardId: string }
  | { kind: 'group'; groupId: string; callId: string }
  /** raffleId: decimal */
  | { kind: 'raffle'; memberId: string; raffleId: string; state: 'won' | 'refunded' | 'sent' }
  /** Of one of the two. */
  | { kind: 'trade'; memberId: string; tradeId: string | null; ringId: string | null; state: TradeNews }
  | { kind: 'raffle-open'; planId: string }
  | { kind: 'vote'; proposalId: bigint; state: VoteNews }

type Row = Record<string, string | number | Date | null>

function rowOf(alert: NewAlert): Row {
  if (alert.kind === 'purchase')
    return { member_id: alert.memberId, request_id: alert.requestId, state: alert.state }
  if (alert.kind === 'award') return { member_id: alert.memberId, award_id: alert.awardId }
  if (alert.kind === 'group') return { group_id: alert.groupId, call_id: alert.callId }
  if (alert.kind === 'raffle')
    return { member_id: alert.memberId, raffle_id: alert.raffleId, state: alert.state }
  if (alert.kind === 'trade') {
    const { memberId: member_id, tradeId: trade_id, ringId: ring_id, state } = alert
    return { member_id, trade_id, ring_id, state }
  }
  if (alert.kind === 'raffle-open') return { raffle_plan_id: alert.planId }
  if (alert.kind === 'vote') return { proposal_id: String(alert.proposalId), state: alert.state }
  const { sneakerId: sneaker_id, storeId: store_id } = alert
  if (alert.kind === 'drop') return { drop_id: alert.dropId, sneaker_id, store_id }
  const { restockId, size, state, priceMinor, currency, source, confidence, askedAt, seenAt } = alert
  return {
    ...{ restock_id: restockId, sneaker_id, store_id, size, state, price_minor: priceMinor, currency },
    ...{ source, confidence, asked_at: askedAt, seen_at: seenAt },
  }
}

/** Nothing is said to one who has left: a checkout past its fence may end after that. */
async function isThere(tx: Db, memberId: string): Promise<boolean> {
  const [member] = await tx`select 1 from app.member where id = ${memberId} and deleted_at is null`
  return member !== undefined
}

/**
 * Puts an alert at the end of the log and tells the listeners, when the transaction commits: only then it gets its place
 * (migration 027), so that the order of the log is that of the commits.
 * @returns the alert's id; undefined when it is for a member who has left
 */
export async function writeAlert(tx: Db, alert: NewAlert): Promise<string | undefined> {
  if ('memberId' in alert && !(await isThere(tx, alert.memberId))) return undefined
  if ('storeId' in alert) await storePlace(tx, alert.storeId)
  const id = uuidv7()
  await tx`insert into app.alert ${tx({ id, kind: alert.kind, ...rowOf(alert) })}`
  return id
}
