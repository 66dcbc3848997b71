import type { Category } from '../../core/karma/rule.ts'
import type { Db } from '../client.ts'

/**
 * Whoever writes, matures or takes back awards of a category takes turns until the transaction ends: two acts at once
 * cannot both be the last under a cap or within a budget. Measured in ADR 020. Taken in one order, so that two who need
 * several never wait for each other; take all at once, and before any award's row.
 */
export async function lockCategories(tx: Db, categories: readonly Category[]): Promise<void> {
  for (const category of [...new Set(categories)].sort())
    await tx`select pg_advisory_xact_lock(hashtextextended(${`karma ${category}`}, 0))`
}

/** The categories that a source's awards are of. */
export async function categoriesOf(tx: Db, sourceId: string): Promise<Category[]> {
  const rows = await tx<{ category: Category }[]>`
    select distinct category from app.award where source_id = ${sourceId}`
  return rows.map(({ category }) => category)
}
