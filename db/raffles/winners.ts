import { winnersOf } from '../../core/raffle/draw.ts'
import { type Hex, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** A raffle whose seed is known. */
export type Drawn = { raffleId: bigint; seed: Hex; entries: number; winners: number }
/** place: from 0 */
export type WonPlace = {
  place: number
  ticket: number
  wallet: Hex
  memberId: string | null
  claimed: boolean
}

type Row = { ticket: number; wallet: Uint8Array; member_id: string | null; claimed: boolean }

/** Who won, in the order of the prizes: drawn again from the seed, as the contract does when it is asked. */
export async function listWinners(db: Db, { raffleId, seed, entries, winners }: Drawn): Promise<WonPlace[]> {
  const tickets = winnersOf(seed, entries, winners)
  const rows = await db<Row[]>`
    select e.ticket::float8 as ticket, e.member_address as wallet, w.member_id,
      exists (select from chain.raffle_claim c where c.raffle_id = e.raffle_id
        and c.member_address = e.member_address) as claimed
    from chain.raffle_entry e left join app.wallet w on w.address = e.member_address
    where e.raffle_id = ${String(raffleId)} and e.ticket = any(${tickets}::bigint[])`
  const byTicket = new Map(rows.map((row) => [row.ticket, row]))
  return tickets.flatMap((ticket, place) => {
    const row = byTicket.get(ticket)
    if (!row) return []
    const { wallet, member_id: memberId, claimed } = row
    return [{ place, ticket, wallet: toHex(wallet), memberId, claimed }]
  })
}
