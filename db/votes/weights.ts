import { type Hex, toByteaList, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** Votes that each account had in a second, wei of karma ever earned; those that never had any are left out. Source: ERC-5805, getPastVotes. */
export async function votesAt(db: Db, accounts: readonly Hex[], at: Date): Promise<Map<Hex, bigint>> {
  const rows = await db<{ delegate: Uint8Array; votes: bigint }[]>`
    select distinct on (delegate_address) delegate_address as delegate, votes from chain.delegate_votes
      where delegate_address = any(${toByteaList(accounts)}::bytea[]) and block_time <= ${at}
      order by delegate_address, block_number desc, log_index desc`
  return new Map(rows.map(({ delegate, votes }) => [toHex(delegate), votes]))
}
