import { type Hex, toByteaList } from '../bytes.ts'
import type { Db } from '../client.ts'

export type ActivePass = { tier: number; expiresAt: Date }

/** The best pass that one of the addresses holds at `now`: the highest tier, then the longest. */
export async function activePass(
  db: Db,
  { addresses, now }: { addresses: Hex[]; now: Date },
): Promise<ActivePass | undefined> {
  const [row] = await db<ActivePass[]>`
    select tier, expires_at as "expiresAt" from (
      select distinct on (member_address) tier, expires_at from chain.pass_purchase
        where member_address = any(${toByteaList(addresses)}::bytea[])
        order by member_address, block_number desc, log_index desc) latest
      where expires_at > ${now} order by tier desc, expires_at desc limit 1`
  return row && { tier: row.tier, expiresAt: row.expiresAt }
}
