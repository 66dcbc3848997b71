import type { ProposedCall } from '../../core/vote/change.ts'
import type { Place } from '../../core/vote/effect.ts'
import type { Tally } from '../../core/vote/states.ts'
import type { Hex } from '../bytes.ts'
import { mintedAtStart } from './minted.ts'

/** `chain.proposal_now` with its quorum, as `proposalColumns` asks for it. */
export type ProposalRow = {
  id: bigint
  block_number: number
  log_index: number
  tx_hash: Uint8Array
  block_time: Date
  proposer_address: Uint8Array
  /** Hex without 0x, decimal, hex without 0x. */
  targets: string[]
  call_values: string[]
  calldatas: string[]
  vote_start: Date
  vote_end: Date
  description: string
  description_hash: Uint8Array
  step: 'queued' | 'executed' | 'canceled' | null
  eta: Date | null
  step_block: number | null
  step_log: number | null
  step_time: Date | null
  votes_for: bigint
  votes_against: bigint
  votes_abstain: bigint
  voters: number
  minted: bigint
  quorum_percent: bigint
}

/** As JSON: arrays of bytes do not arrive as such. */
const hexes = (column: string) =>
  `to_json(array(select encode(x, 'hex') from unnest(${column}) with ordinality u(x, n) order by n))`

/** What a vote needs to be judged. The quorum is a share of all that was ever minted when it opened. */
export const proposalColumns = `p.proposal_id as id, p.block_number::float8, p.log_index, p.tx_hash, p.block_time,
  p.proposer_address, ${hexes('p.targets')} as targets, ${hexes('p.calldatas')} as calldatas,
  to_json(p.call_values::text[]) as call_values, p.vote_start, p.vote_end, p.description, p.description_hash,
  p.step, p.eta, p.votes_for, p.votes_against, p.votes_abstain,
  done.block_number::float8 as step_block, done.log_index as step_log, done.block_time as step_time,
  (select count(*)::int from chain.vote v where v.proposal_id = p.proposal_id) as voters,
  ${mintedAtStart} as minted,
  coalesce((select s.new_value from chain.governor_setting s
    where s.setting = 'quorum-numerator' and s.block_time <= p.vote_start
    order by s.block_number desc, s.log_index desc limit 1), 0) as quorum_percent`

/** The last step's place, beside the view. */
export const proposalFrom = `chain.proposal_now p left join lateral (
  select block_number, log_index, block_time from chain.proposal_step s where s.proposal_id = p.proposal_id
    order by block_number desc, log_index desc limit 1) done on true`

/** wei that must be for it or abstain. Source: OpenZeppelin GovernorVotesQuorumFraction, rounded down as there. */
export const quorumOf = ({ minted, quorum_percent }: ProposalRow): bigint => (minted * quorum_percent) / 100n

export const tallyOf = (row: ProposalRow): Tally => ({
  ...{ for: row.votes_for, against: row.votes_against, abstain: row.votes_abstain },
})

/** The calls in the order they are made. */
export function callsOf({ targets, call_values, calldatas }: ProposalRow): ProposedCall[] {
  return targets.map((target, index) => ({
    target: `0x${target}` as const,
    value: BigInt(call_values[index] ?? 0),
    data: `0x${calldatas[index] ?? ''}` as const,
  }))
}

export function executedAt({ step, step_block, step_log }: ProposalRow): Place | null {
  if (step !== 'executed' || step_block === null || step_log === null) return null
  return { block: step_block, log: step_log }
}

/** A proposal's number as the API says it. */
export const proposalHex = (id: bigint): Hex => `0x${id.toString(16).padStart(64, '0')}`
