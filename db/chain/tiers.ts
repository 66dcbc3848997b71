import type { Db } from '../client.ts'

/** A tier's terms now: wei per `period` seconds (0: closed), and what must have been earned. */
export type TierTerms = { tier: number; price: bigint; period: number; min_earned: bigint }

/** Every tier that was ever set, the lowest first, as mirrored. */
export async function listTiers(db: Db): Promise<TierTerms[]> {
  return db<TierTerms[]>`
    select tier, price, period::float8 as period, min_earned from chain.tier_now order by tier`
}
