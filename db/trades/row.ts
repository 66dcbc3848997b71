import type { Slashed } from '../../core/trade/ruling.ts'
import type { DealStep } from '../../core/trade/states.ts'
import type { Db } from '../client.ts'

/** A trade with the offer that stands and, where there are bonds, what the mirror says of them. */
export type TradeRow = {
  id: string
  makerId: string
  takerId: string
  /** Null of who left. */
  makerName: string | null
  takerName: string | null
  createdAt: Date
  offerNo: number
  answer: 'declined' | 'withdrawn' | 'accepted' | null
  answeredAt: Date | null
  confirmBy: Date | null
  escrowId: Uint8Array | null
  proposer: Uint8Array | null
  counterparty: Uint8Array | null
  bondBy: Date | null
  termsHash: Uint8Array | null
  terms: string | null
  disputedAt: Date | null
  disputedBy: string | null
  ruleBy: Date | null
  ruledAt: Date | null
  slashed: Slashed | null
  rulingNote: string | null
  settledAt: Date | null
  offerBy: string
  /** Whole karma. */
  bond: number
  answerBy: Date
  sendingSeconds: number
  /** Who offered names it where there is a bond. */
  offerWallet: Uint8Array | null
  makerShipped: Date | null
  takerShipped: Date | null
  makerReceived: Date | null
  takerReceived: Date | null
  /** By the mirror. */
  isProposed: boolean
  mirroredProposer: Uint8Array | null
  proposerConfirmed: boolean
  counterpartyConfirmed: boolean
  step: Exclude<DealStep, 'none' | 'proposed'> | null
  stepAt: Date | null
  stepBlock: number | null
  stepActor: Uint8Array | null
  stepRuleBy: Date | null
  stepSlashed: number | null
  stepBurned: bigint | null
  stepFrom: number | null
}

function sideColumns(db: Db) {
  return db`
    maker_side.shipped_at as "makerShipped", maker_side.received_at as "makerReceived",
    taker_side.shipped_at as "takerShipped", taker_side.received_at as "takerReceived"`
}

function mirrorColumns(db: Db) {
  const confirmed = (address: string) => db`exists (
    select from chain.trade_step s join chain.trade e on e.trade_id = s.trade_id
    where s.trade_id = t.escrow_id and s.step = 'confirmed' and s.actor_address = e.${db(address)})`
  return db`
    exists (select from chain.trade e where e.trade_id = t.escrow_id) as "isProposed",
    ${confirmed('proposer_address')} as "proposerConfirmed",
    ${confirmed('counterparty_address')} as "counterpartyConfirmed",
    (select e.proposer_address from chain.trade e where e.trade_id = t.escrow_id) as "mirroredProposer",
    last.step, last.block_time as "stepAt", last.block_number::float8 as "stepBlock", last.actor_address as "stepActor",
    last.rule_by as "stepRuleBy", last.slashed as "stepSlashed", last.burned as "stepBurned",
    last.from_state as "stepFrom"`
}

function tradeColumns(db: Db) {
  return db`
    t.id, t.maker_id as "makerId", t.taker_id as "takerId", maker.username as "makerName",
    taker.username as "takerName", t.created_at as "createdAt", t.offer_no as "offerNo", t.answer,
    t.answered_at as "answeredAt", t.confirm_by as "confirmBy", t.escrow_id as "escrowId",
    t.proposer_address as proposer, t.counterparty_address as counterparty, t.bond_by as "bondBy",
    t.terms_hash as "termsHash", t.terms, t.disputed_at as "disputedAt", t.disputed_by as "disputedBy",
    t.rule_by as "ruleBy", t.ruled_at as "ruledAt", t.slashed, t.ruling_note as "rulingNote",
    t.settled_at as "settledAt", o.by_id as "offerBy", o.bond, o.answer_by as "answerBy",
    o.sending_seconds as "sendingSeconds", o.wallet as "offerWallet"`
}

/** These trades, in no order; of ids that are none there is no row. */
export async function tradeRows(db: Db, ids: readonly string[]): Promise<TradeRow[]> {
  return db<TradeRow[]>`
    select ${tradeColumns(db)}, ${sideColumns(db)}, ${mirrorColumns(db)}
    from app.trade t
    join app.trade_offer o on o.trade_id = t.id and o.no = t.offer_no
    join app.member maker on maker.id = t.maker_id join app.member taker on taker.id = t.taker_id
    left join app.trade_side maker_side on maker_side.trade_id = t.id and maker_side.member_id = t.maker_id
    left join app.trade_side taker_side on taker_side.trade_id = t.id and taker_side.member_id = t.taker_id
    left join lateral (
      select * from chain.trade_step s where s.trade_id = t.escrow_id and s.step <> 'confirmed'
      order by s.block_number desc, s.log_index desc limit 1) last on true
    where t.id = any(${[...ids]}::uuid[])`
}
