import type { BySide, TradeStanding } from '../../core/trade/acts.ts'
import type { Side } from '../../core/trade/ruling.ts'
import { type DealStep, type TradeFacts, tradeState } from '../../core/trade/states.ts'
import type { TradeRow } from './row.ts'

type Deal = TradeFacts['deal']

/** TradeEscrow's State.Proposed: what a time-out ended before the second bond was there. */
const PROPOSED = 1

/** Which side put up its bond first, or would have: who made the offer that stands. */
export const offerSide = ({ offerBy, makerId }: TradeRow): Side => (offerBy === makerId ? 'maker' : 'taker')

/** Which side this member is; null: neither. */
export function sideOf({ makerId, takerId }: TradeRow, memberId: string): Side | null {
  if (memberId === makerId) return 'maker'
  return memberId === takerId ? 'taker' : null
}

/** Who said that they got what was agreed. */
function receivedBy(row: TradeRow): BySide<boolean> {
  const { escrowId, makerReceived, takerReceived, proposerConfirmed, counterpartyConfirmed } = row
  if (!escrowId) return { maker: makerReceived !== null, taker: takerReceived !== null }
  return offerSide(row) === 'maker'
    ? { maker: proposerConfirmed, taker: counterpartyConfirmed }
    : { maker: counterpartyConfirmed, taker: proposerConfirmed }
}

function bondedDeal({ step, isProposed, stepFrom, stepAt, bondBy, confirmBy, stepRuleBy }: TradeRow): Deal {
  const late = stepAt !== null && bondBy !== null && stepAt >= bondBy
  const wasOpen = step === 'withdrawn' ? late : stepFrom === PROPOSED
  return { step: step ?? (isProposed ? 'proposed' : 'none'), wasOpen, bondBy, confirmBy, ruleBy: stepRuleBy }
}

function heldStep(row: TradeRow): DealStep {
  if (row.answer !== 'accepted') return 'none'
  if (row.ruledAt) return 'ruled'
  if (row.disputedAt) return 'disputed'
  const { maker, taker } = receivedBy(row)
  return maker && taker ? 'completed' : 'accepted'
}

/** What the state of a trade is read off, as of this moment. */
function factsOf(row: TradeRow, now: Date): TradeFacts {
  const { escrowId, confirmBy, ruleBy } = row
  const deal: Deal = escrowId
    ? bondedDeal(row)
    : { step: heldStep(row), wasOpen: false, bondBy: null, confirmBy, ruleBy }
  const isShipped = row.makerShipped !== null || row.takerShipped !== null
  return { answer: row.answer, answerBy: row.answerBy, deal, isShipped, now }
}

/** Where a trade stands, by the mirror's newest block and this moment. Pure. */
export function standingOf(row: TradeRow, now: Date): TradeStanding {
  const facts = factsOf(row, now)
  return {
    ...{ state: tradeState(facts), offerBy: offerSide(row), bonded: row.escrowId !== null },
    ...{ deal: facts.deal.step, received: receivedBy(row) },
    shipped: { maker: row.makerShipped !== null, taker: row.takerShipped !== null },
  }
}
