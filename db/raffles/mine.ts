import type { Raffle } from '../../core/raffle/shape.ts'
import { toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import type { WonPlace } from './winners.ts'

type Row = { wallet: Uint8Array; ticket: number; refunded: boolean; claimed: boolean }

/** The member's tickets of a raffle, and what they won. */
export async function listMine(
  db: Db,
  { memberId, raffleId, won }: { memberId: string; raffleId: bigint; won: readonly WonPlace[] },
): Promise<Raffle['mine']> {
  const rows = await db<Row[]>`
    select e.member_address as wallet, e.ticket::float8 as ticket,
      exists (select from chain.raffle_refund f
        where f.raffle_id = e.raffle_id and f.member_address = e.member_address) as refunded,
      exists (select from chain.raffle_claim c
        where c.raffle_id = e.raffle_id and c.member_address = e.member_address) as claimed
    from app.wallet w join chain.raffle_entry e on e.member_address = w.address and e.raffle_id = ${String(raffleId)}
    where w.member_id = ${memberId} order by e.ticket`
  return rows.map(({ wallet, ...row }) => ({
    ...row,
    wallet: toHex(wallet),
    place: won.find(({ ticket }) => ticket === row.ticket)?.place ?? null,
  }))
}
