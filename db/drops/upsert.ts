import type { Db } from '../client.ts'

export type NewDrop = {
  id: string
  slug: string
  title: string
  sneaker_id: string
  store_id: string
  product_url: string
  price_minor: number
  currency: string
  sizes: string[]
  opensAt: Date
  /** wei */
  minKarma: bigint
  snapshotAt: Date | null
  /** An active pass of this tier or higher opens the gate too; null: none does. */
  passTier: number | null
}

/** Adds the drop. One with its slug gets the new page and price; its times stay, since members count on them. */
export async function upsertDrop(
  db: Db,
  { opensAt, minKarma, snapshotAt, passTier, ...drop }: NewDrop,
): Promise<void> {
  const row = {
    ...{ ...drop, opens_at: opensAt, min_karma: String(minKarma), snapshot_at: snapshotAt },
    pass_tier: passTier,
  }
  await db`
    insert into app.drop ${db(row)}
      on conflict (slug) do update set title = excluded.title, sneaker_id = excluded.sneaker_id,
        store_id = excluded.store_id, product_url = excluded.product_url, price_minor = excluded.price_minor,
        currency = excluded.currency, sizes = excluded.sizes, min_karma = excluded.min_karma,
        pass_tier = excluded.pass_tier`
}
