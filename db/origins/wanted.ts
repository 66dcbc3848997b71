import { LINE_MS } from '../../core/manners/entry.ts'
import { rankOf, type Visitor } from '../../core/manners/visitor.ts'
import type { Db } from '../client.ts'

/** Does somebody wait to go in who goes before such a visitor? */
export async function isWanted(
  db: Db,
  origin: string,
  { purpose }: Pick<Visitor, 'purpose'>,
): Promise<boolean> {
  const rows = await db`
    select from app.shop_visitor where origin = ${origin} and rank < ${rankOf(purpose)}
      and seen_at >= clock_timestamp() - ${LINE_MS} * interval '1 ms' limit 1`
  return rows.length > 0
}
