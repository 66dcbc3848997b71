import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** What happened to a trade. */
export type TradeStep = Place & {
  id: Hex
  step: 'accepted' | 'withdrawn' | 'confirmed' | 'completed' | 'disputed' | 'ruled' | 'timed-out'
  /** Who confirmed, disputed or ruled. */
  actor: Hex | null
  /** Of a dispute: when the ruling must have come. */
  ruleBy: number | null
  /** Of a ruling: whose bond, 0 nobody's, 1 the proposer's, 2 the counterparty's, 3 both; and wei burned in all. */
  slashed: number | null
  burned: bigint | null
  /** Of a time-out: the state it ended, 1 proposed, 2 accepted, 3 disputed. */
  fromState: number | null
}

export const tradeSteps: Family<TradeStep> = {
  table: 'trade_step',
  columns: [
    { name: 'trade_id', type: 'bytea', of: ({ id }) => id, touches: 'trades' },
    { name: 'step', type: 'text', of: ({ step }) => step },
    { name: 'actor_address', type: 'bytea', of: ({ actor }) => actor, touches: 'accounts' },
    { name: 'rule_by', type: 'timestamptz', of: ({ ruleBy }) => ruleBy },
    { name: 'slashed', type: 'smallint', of: ({ slashed }) => slashed },
    { name: 'burned', type: 'numeric', of: ({ burned }) => burned },
    { name: 'from_state', type: 'smallint', of: ({ fromState }) => fromState },
  ],
}
