import { newsOf, type VoteNews } from '../../core/vote/news.ts'
import { writeAlert } from '../alerts/write.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { voteClock } from './clock.ts'
import { type ProposalRow, proposalColumns, proposalFrom, quorumOf, tallyOf } from './row.ts'

/** What happened longer ago, while nobody was there to tell of it, is no news. */
const NEWS_MS = 3_600_000

/** What was told already is left out before anything is summed up: this is asked every second. */
async function currentNews(tx: Db, asked: Date): Promise<{ proposalId: bigint; state: VoteNews }[]> {
  const { now } = await voteClock(tx, asked)
  const since = new Date(now.getTime() - NEWS_MS)
  const rows = await tx<ProposalRow[]>`
    select ${tx.unsafe(proposalColumns)} from ${tx.unsafe(proposalFrom)}
      where p.vote_start < ${now} and (p.vote_end > ${since} or done.block_time > ${since})
        and not exists (select from app.vote_told t where t.proposal_id = p.proposal_id and t.state = any(case
          when p.step = 'executed' then array['in-force'] when p.vote_end >= ${now} then array['open']
          else array['won', 'lost'] end))
      order by p.block_number, p.log_index`
  return rows.flatMap((row) => {
    const { id: proposalId, step, vote_start: voteStart, vote_end: voteEnd } = row
    const state = newsOf({ step, voteStart, voteEnd, tally: tallyOf(row), quorum: quorumOf(row), now })
    return state ? [{ proposalId, state }] : []
  })
}

/** Puts every proposal that opened, closed or came into force into the log of alerts, each once. @returns how many */
export async function announceVotes(sql: Sql, now: Date): Promise<number> {
  return inTransaction(sql, async (tx) => {
    let told = 0
    for (const news of await currentNews(tx, now)) {
      const rows = await tx`
        insert into app.vote_told (proposal_id, state) values (${String(news.proposalId)}, ${news.state})
          on conflict do nothing returning state`
      if (rows.length === 0) continue
      await writeAlert(tx, { kind: 'vote', ...news })
      told++
    }
    return told
  })
}
