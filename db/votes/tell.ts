import { changeOf } from '../../core/vote/change.ts'
import { effectsOf } from '../../core/vote/effect.ts'
import type { Proposal } from '../../core/vote/shape.ts'
import { proposalState } from '../../core/vote/states.ts'
import { readDescription } from '../../core/vote/text.ts'
import { type Hex, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import { flagHistory } from './history.ts'
import { ownVotes } from './mine.ts'
import { callsOf, executedAt, type ProposalRow, proposalHex, quorumOf, tallyOf } from './row.ts'

export type Reader = {
  featureFlags: Hex
  /** The reader's; none when not signed in. */
  wallets: readonly Hex[]
  /** See voteClock. */
  now: Date
}

async function effects(db: Db, row: ProposalRow, { featureFlags }: Reader) {
  const calls = callsOf(row)
  const keys = calls.flatMap((call) => changeOf(featureFlags, call)?.key ?? [])
  return effectsOf({ featureFlags, calls, executed: executedAt(row), history: await flagHistory(db, keys) })
}

const iso = (time: Date | null) => time?.toISOString() ?? null

/** A proposal as the API tells it. */
export async function tellProposal(db: Db, row: ProposalRow, reader: Reader): Promise<Proposal> {
  const { id, step, vote_start: voteStart, vote_end: voteEnd } = row
  const { wallets, now } = reader
  const [tally, quorum] = [tallyOf(row), quorumOf(row)]
  const state = proposalState({ step, voteStart, voteEnd, tally, quorum, now })
  return {
    ...{ id: proposalHex(id), ...readDescription(row.description), state },
    ...{ author: toHex(row.proposer_address), tx_hash: toHex(row.tx_hash) },
    created_at: row.block_time.toISOString(),
    ...{ opens_at: voteStart.toISOString(), closes_at: voteEnd.toISOString() },
    ready_at: step === 'queued' ? iso(row.eta) : null,
    executed_at: step === 'executed' ? iso(row.step_time) : null,
    ...(await effects(db, row, reader)),
    ...{ votes_for: String(tally.for), votes_against: String(tally.against) },
    ...{ votes_abstain: String(tally.abstain), quorum: String(quorum), voters: row.voters },
    mine: await ownVotes(db, { id, state, voteStart, wallets, now }),
  }
}
