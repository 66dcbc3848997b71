import { type Hex, toByteaList, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

export type ActivePass = { tier: number; expiresAt: Date }

/** The newest purchase of each address, as the contract keeps it: running, run out, or cancelled (`expiresAt` 0). */
export async function latestPasses(db: Db, addresses: readonly Hex[]): Promise<Map<Hex, ActivePass>> {
  const rows = await db<{ member: Uint8Array; tier: number; expires_at: Date }[]>`
    select distinct on (member_address) member_address as member, tier, expires_at from chain.pass_purchase
      where member_address = any(${toByteaList(addresses)}::bytea[])
      order by member_address, block_number desc, log_index desc`
  return new Map(rows.map(({ member, tier, expires_at }) => [toHex(member), { tier, expiresAt: expires_at }]))
}

const later = (one: ActivePass, other: ActivePass) =>
  other.tier - one.tier || other.expiresAt.getTime() - one.expiresAt.getTime()

/** The best pass that one of the addresses holds at `now`: the highest tier, then the longest. */
export async function activePass(
  db: Db,
  { addresses, now }: { addresses: Hex[]; now: Date },
): Promise<ActivePass | undefined> {
  const passes = [...(await latestPasses(db, addresses)).values()]
  return passes.filter(({ expiresAt }) => expiresAt > now).sort(later)[0]
}
