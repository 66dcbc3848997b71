import type { Db } from '../client.ts'

/** What asks for a pass: `tier` or a higher one. */
export type Opened = {
  drops: { slug: string; title: string; tier: number }[]
  raffles: { tier: number; count: number }[]
}

/** The drops whose gate a pass opens, the latest first, and how many open raffles ask for one. */
export async function whatPassesOpen(db: Db, now: Date): Promise<Opened> {
  const drops = await db<Opened['drops']>`
    select slug, title, pass_tier as tier from app.drop where pass_tier is not null
      order by opens_at desc, slug`
  const raffles = await db<Opened['raffles']>`
    select tier, count(*)::int as count from chain.raffle_now
      where state = 'open' and closes_at > ${now} and tier > 0 group by tier`
  return { drops, raffles }
}
