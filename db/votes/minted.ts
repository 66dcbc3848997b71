import type { Sql } from '../client.ts'

const NOBODY = String.raw`'\x${'00'.repeat(20)}'`

/** Summed from the end: what opened lately is asked for most. All that was ever minted is summed once for all proposals. */
const summed = `(select coalesce(sum(earned), 0) from chain.account) - (select coalesce(sum(t.value), 0) from chain.transfer t
  where t.from_address = ${NOBODY} and t.block_number >= p.block_number and t.block_time > p.vote_start)`

const kept = `(select k.minted from app.vote_minted k where k.proposal_id = p.proposal_id
  and k.vote_start = p.vote_start and k.genesis_hash = (select genesis_hash from chain.cursor))`

/**
 * SQL for wei that had ever been minted when the vote on proposal `p` opened; of one that has not, by now. `coalesce` sums only
 * what is not kept.
 */
export const mintedAtStart = `coalesce(${kept}, ${summed})`

/**
 * Keeps that sum of one more proposal, when there is one whose vote opened before a mint that no reorg takes back. The newest
 * first: of old ones there are many when this table is new.
 * @returns whether there was one
 */
export async function keepMinted(sql: Sql): Promise<boolean> {
  const done = await sql`
    insert into app.vote_minted (genesis_hash, proposal_id, vote_start, minted)
      select c.genesis_hash, p.proposal_id, p.vote_start, ${sql.unsafe(summed)}
      from chain.cursor c join chain.proposal p on p.vote_start < (
        select t.block_time from chain.transfer t
          where t.from_address = ${sql.unsafe(NOBODY)} and t.block_number <= c.finalized_number
          order by t.block_number desc limit 1)
      where not exists (select from app.vote_minted k where k.proposal_id = p.proposal_id
        and k.vote_start = p.vote_start and k.genesis_hash = c.genesis_hash)
      order by p.block_number desc, p.log_index desc limit 1
      on conflict do nothing`
  return done.count > 0
}
