import { randomBytes } from 'node:crypto'
import { flagKey } from '../../core/karma/flag-key.ts'
import { changeCalls } from '../../core/vote/change.ts'
import { proposalDescription } from '../../core/vote/text.ts'
import { type Hex, toBytea } from '../../db/bytes.ts'
import { proposalHex } from '../../db/votes/row.ts'
import type { TestDatabase } from './database.ts'
import { randomAddress } from './members.ts'

const flags: Hex = `0x${'e1'.repeat(20)}`

/** Where a row of the mirror stands: no two at one place. */
const place = () => ({
  ...{ block_number: 1, log_index: randomBytes(4).readUInt32BE(0) % 2_000_000_000 },
  ...{ tx_hash: randomBytes(32), block_time: new Date() },
})

/** A proposal to switch leaderboards off as the mirror has it, open for an hour, with one vote that says why. @returns its id */
export async function addProposal({ indexer }: TestDatabase): Promise<Hex> {
  const author = randomAddress()
  const id = BigInt(`0x${randomBytes(32).toString('hex')}`)
  const [call] = changeCalls(flags, [{ key: flagKey('app.leaderboard'), value: 0n }])
  const { block_number, log_index, tx_hash, block_time } = place()
  const text = proposalDescription({ title: 'No boards', reason: 'Because.' }, author)
  await indexer`
    insert into chain.proposal (block_number, log_index, tx_hash, block_time, proposal_id, proposer_address, targets,
        call_values, calldatas, vote_start, vote_end, description, description_hash)
      values (${block_number}, ${log_index}, ${tx_hash}, ${block_time}, ${String(id)}, ${toBytea(author)},
        array[${toBytea(flags)}]::bytea[], array[0]::numeric[], array[${toBytea(call?.data ?? '0x')}]::bytea[],
        now() - interval '1 minute', now() + interval '1 hour', ${text}, ${randomBytes(32)})`
  const ballot = { proposal_id: String(id), voter_address: toBytea(author), support: 1, weight: '7' }
  await indexer`insert into chain.vote ${indexer({ ...place(), ...ballot, reason: 'To rest from points.' })}`
  return proposalHex(id)
}
