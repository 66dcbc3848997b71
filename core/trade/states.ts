/**
 * The life of a trade. The state is never stored: `tradeState` reads it off the facts, those of the bonds off the mirror, so
 * that none can disagree with the chain. Ends have no edges. A reorg takes back what the mirror said, and with it the state;
 * no edge is drawn for that.
 */
export const tradeStates = {
  /** An offer stands and waits for the other side, who may answer with one of their own. */
  offered: ['declined', 'withdrawn', 'expired', 'bonding', 'agreed'],
  /** Agreed, with bonds: both sides put theirs up on chain before anything is sent. */
  bonding: ['agreed', 'called-off', 'lapsed'],
  /** Both are bound: each sends what was agreed. */
  agreed: ['underway', 'completed', 'disputed', 'timed-out'],
  /** At least one side has sent theirs. */
  underway: ['completed', 'disputed', 'timed-out'],
  /** A side asks for a ruling. */
  disputed: ['ruled', 'timed-out'],
  /** Both said that they got what was agreed. */
  completed: [],
  /** Arbiters or a jury decided. */
  ruled: [],
  /** Neither both confirmed nor one disputed in time, or nobody ruled in time: every bond goes back. */
  'timed-out': [],
  /** The other side said no. */
  declined: [],
  /** Who made the offer took it back. */
  withdrawn: [],
  /** Nobody answered in time. */
  expired: [],
  /** The first bond was taken back before the second one was there. */
  'called-off': [],
  /** Not both bonds were there in time. */
  lapsed: [],
} as const satisfies Record<string, readonly string[]>
export type TradeState = keyof typeof tradeStates

/** True when nothing more will happen to a trade in this state, but for a reorg. */
export function isTradeEnd(state: TradeState): boolean {
  return tradeStates[state].length === 0
}

/** Where the part after the agreement stands: by the mirror where there are bonds, by what the sides said where not. */
export const dealSteps = [
  'none',
  'proposed',
  'accepted',
  'withdrawn',
  'completed',
  'disputed',
  'ruled',
  'timed-out',
] as const
export type DealStep = (typeof dealSteps)[number]

export type TradeFacts = {
  /** What came of the offer that stands; null: nobody answered yet. */
  answer: 'declined' | 'withdrawn' | 'accepted' | null
  answerBy: Date
  deal: {
    step: DealStep
    /** Whether it ended after its first deadline, when only one bond was there. */
    wasOpen: boolean
    /** Until when both bonds must be there, both must confirm or one dispute, and a ruling must come; null: not so far. */
    bondBy: Date | null
    confirmBy: Date | null
    ruleBy: Date | null
  }
  /** A side has sent theirs. */
  isShipped: boolean
  now: Date
}

const isOver = (deadline: Date | null, now: Date) => deadline !== null && now >= deadline

/** What both are bound to, in state `accepted`, until it ends or its time does. */
function boundState({ deal: { confirmBy }, isShipped, now }: TradeFacts): TradeState {
  if (isOver(confirmBy, now)) return 'timed-out'
  return isShipped ? 'underway' : 'agreed'
}

function dealState(facts: TradeFacts): TradeState {
  const { deal, now } = facts
  switch (deal.step) {
    case 'none':
    case 'proposed':
      return isOver(deal.bondBy, now) ? 'lapsed' : 'bonding'
    case 'accepted':
      return boundState(facts)
    case 'withdrawn':
      return deal.wasOpen ? 'lapsed' : 'called-off'
    case 'disputed':
      return isOver(deal.ruleBy, now) ? 'timed-out' : 'disputed'
    case 'timed-out':
      return deal.wasOpen ? 'lapsed' : 'timed-out'
    default:
      return deal.step
  }
}

/** The state that the facts add up to. Pure. */
export function tradeState(facts: TradeFacts): TradeState {
  const { answer, answerBy, now } = facts
  if (answer === 'accepted') return dealState(facts)
  if (answer) return answer
  return isOver(answerBy, now) ? 'expired' : 'offered'
}
