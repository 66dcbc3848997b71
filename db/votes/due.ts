import type { ProposedCall } from '../../core/vote/change.ts'
import { dueStep, type KeeperStep } from '../../core/vote/keeper.ts'
import { type Hex, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import { voteClock } from './clock.ts'
import { callsOf, type ProposalRow, proposalColumns, proposalFrom, quorumOf, tallyOf } from './row.ts'

/** A proposal that anybody may bring on now. */
export type Due = { id: bigint; step: KeeperStep; calls: ProposedCall[]; descriptionHash: Hex }

/** Looked at in one round: those that closed last come first, for older ones that were never queued are refused again and again. */
const LOOKED_AT = 50

/** Proposals that won and wait to be queued, or are queued and may be executed, as the mirror shows them. */
export async function listDue(db: Db, asked: Date): Promise<Due[]> {
  const { now } = await voteClock(db, asked)
  const rows = await db<ProposalRow[]>`
    select ${db.unsafe(proposalColumns)} from ${db.unsafe(proposalFrom)}
      where (p.step is null and p.vote_end < ${now} and p.votes_for > p.votes_against)
        or (p.step = 'queued' and p.eta <= ${now})
      order by p.vote_end desc limit ${LOOKED_AT}`
  return rows.flatMap((row) => {
    const { id, step, eta, vote_start: voteStart, vote_end: voteEnd } = row
    const facts = { step, eta, voteStart, voteEnd, tally: tallyOf(row), quorum: quorumOf(row), now }
    const due = dueStep(facts)
    if (!due) return []
    return [{ id, step: due, calls: callsOf(row), descriptionHash: toHex(row.description_hash) }]
  })
}
