import { karma } from '../../core/karma/amount.ts'
import type { BySide, TradeStanding } from '../../core/trade/acts.ts'
import { otherSide, type Side, slashedOf } from '../../core/trade/ruling.ts'
import type { Trade, TradeEscrowView, TradeOffer } from '../../core/trade/shape.ts'
import { toHex } from '../bytes.ts'
import type { EvidenceRow, ItemRow, JuryRow, OfferRow, StoryRow } from './parts.ts'
import type { TradeRow } from './row.ts'
import { offerSide } from './standing.ts'

const iso = (time: Date) => time.toISOString()
const isoOrNull = (time: Date | null) => time?.toISOString() ?? null

/** An offer of a trade, with what each side gives in it. */
export function offerView(row: TradeRow, offer: OfferRow, items: readonly ItemRow[]): TradeOffer {
  const { no, byId, bond, answerBy, sendingSeconds, note, createdAt } = offer
  const gives = (giver: Side) =>
    items
      .filter((item) => item.no === no && item.giver === giver)
      .map(({ sneaker, size, condition }) => ({ sneaker, size, condition }))
  return {
    ...{ no, by: byId === row.makerId ? 'maker' : 'taker', bond, note, sending_seconds: sendingSeconds },
    ...{ maker_gives: gives('maker'), taker_gives: gives('taker') },
    ...{ answer_by: iso(answerBy), created_at: iso(createdAt) },
  }
}

/** What the contract is given, where there are bonds. */
export function escrowView(row: TradeRow, { deal }: TradeStanding): TradeEscrowView | null {
  const { escrowId, proposer, counterparty, bondBy, confirmBy, termsHash } = row
  if (!escrowId || !bondBy || !confirmBy || !termsHash) return null
  return {
    ...{ id: toHex(escrowId), proposer: proposer && toHex(proposer) },
    counterparty: counterparty && toHex(counterparty),
    ...{ bond: String(karma(row.bond)), accept_by: iso(bondBy), confirm_by: iso(confirmBy) },
    ...{ terms_hash: toHex(termsHash), terms: row.terms ?? '', step: deal },
  }
}

/** How a dispute was decided, if it was. */
export function rulingView(row: TradeRow): Trade['ruling'] {
  const { step, stepSlashed, stepBurned, slashed, rulingNote: note } = row
  if (slashed) return { slashed, burned: null, note }
  if (step !== 'ruled' || stepSlashed === null) return null
  return { slashed: slashedOf(stepSlashed, offerSide(row)), burned: String(stepBurned ?? 0n), note }
}

/** Who asked for a ruling; null: a side that left, or nobody. */
export function disputant(row: TradeRow): Side | null {
  const { disputedBy, makerId, stepActor, mirroredProposer } = row
  if (disputedBy) return disputedBy === makerId ? 'maker' : 'taker'
  if (!stepActor || !mirroredProposer) return null
  const first = offerSide(row)
  return toHex(stepActor) === toHex(mirroredProposer) ? first : otherSide(first)
}

/** A dispute that stands, and its jury. */
export function disputeView(row: TradeRow, jury: JuryRow | undefined): Trade['dispute'] {
  const isMirrored = row.step === 'disputed'
  const at = row.disputedAt ?? (isMirrored ? row.stepAt : null) ?? jury?.openedAt
  const ruleBy = row.ruleBy ?? (isMirrored ? row.stepRuleBy : null)
  if (!at) return null
  const seated = jury?.seed ? jury.votes.length : null
  return {
    ...{ by: isMirrored || row.disputedAt ? disputant(row) : null, at: iso(at), rule_by: iso(ruleBy ?? at) },
    jury: jury
      ? {
          ...{ round: jury.round, pool: jury.pool, seed: jury.seed ? toHex(jury.seed) : null },
          ...{ seats: seated, voted: jury.votes.filter(({ vote }) => vote).length, verdict: jury.verdict },
        }
      : null,
  }
}

type PartyParts = { stories: readonly StoryRow[]; photos: readonly EvidenceRow[] }
type Parties = BySide<Trade['maker']>

/** Both sides: who they are, what they did, say and show. */
export function partyViews(
  row: TradeRow,
  { received }: TradeStanding,
  reputations: ReadonlyMap<string, Trade['maker']['reputation']>,
): (parts: PartyParts) => Parties {
  const none = { partners: 0, completed: 0, lost: 0 }
  return ({ stories, photos }) => {
    const party = (side: Side): Trade['maker'] => {
      const id = side === 'maker' ? row.makerId : row.takerId
      return {
        username: side === 'maker' ? row.makerName : row.takerName,
        reputation: reputations.get(id) ?? none,
        shipped_at: isoOrNull(side === 'maker' ? row.makerShipped : row.takerShipped),
        received: received[side],
        told: stories.find(({ memberId }) => memberId === id)?.told ?? null,
        photos: photos
          .filter(({ memberId }) => memberId === id)
          .map(({ id: photo, width, height }) => ({ id: photo, width, height })),
      }
    }
    return { maker: party('maker'), taker: party('taker') }
  }
}
