import type { Db } from '../client.ts'

type Price = { id: string; priceMinor: number | null; currency: string | null }

/** Gives a restock without a price this one; who named one first is believed. Nothing without amount and currency. */
export async function fillPrice(tx: Db, { id, priceMinor, currency }: Price): Promise<void> {
  if (priceMinor === null || currency === null) return
  await tx`
    update app.restock set price_minor = ${priceMinor}, currency = ${currency} where id = ${id} and price_minor is null`
}
