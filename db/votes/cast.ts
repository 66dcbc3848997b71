import { shownSaid } from '../../core/vote/said.ts'
import type { ProposalDetail } from '../../core/vote/shape.ts'
import { type Hex, toByteaList, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import { filtersNow } from '../moderation/filters.ts'

type Support = 0 | 1 | 2

/** Letters: as many as a relayed vote can hold. Who sends one past us can write a book. */
const MOST_READ = 5_000

/** Who voted how on one proposal, the newest first. */
export async function listCast(db: Db, id: bigint, limit: number): Promise<ProposalDetail['cast']> {
  const filters = await filtersNow(db)
  const rows = await db<{ voter: Uint8Array; support: Support; weight: bigint; at: Date; reason: string }[]>`
    select voter_address as voter, support, weight, block_time as at, left(reason, ${MOST_READ}) as reason from chain.vote
      where proposal_id = ${String(id)} order by block_number desc, log_index desc limit ${limit}`
  return rows.map(({ voter, support, weight, at, reason }) => ({
    ...{ voter: toHex(voter), support, weight: String(weight), cast_at: at.toISOString() },
    reason: shownSaid(reason, filters),
  }))
}

/** What these accounts voted on one proposal, and with what weight; those that did not are left out. */
export async function castBy(
  db: Db,
  id: bigint,
  accounts: readonly Hex[],
): Promise<Map<Hex, { support: Support; weight: bigint }>> {
  const rows = await db<{ voter: Uint8Array; support: Support; weight: bigint }[]>`
    select voter_address as voter, support, weight from chain.vote
      where proposal_id = ${String(id)} and voter_address = any(${toByteaList(accounts)}::bytea[])`
  return new Map(rows.map(({ voter, ...cast }) => [toHex(voter), cast]))
}
