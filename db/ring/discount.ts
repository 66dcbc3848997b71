import type { Db } from '../client.ts'
import { circleOf } from './circle.ts'
import { liftedUntil } from './lifted.ts'

export type Vouching = {
  /** Whose act it is. */
  ownerId: string
  /** All who have vouched for it by now; their rows are there already. */
  vouchers: readonly string[]
  now: Date
}

/**
 * Basis points that an award for this act, and one for vouching for it, lose: the discount of the owner's circle while
 * nobody outside of it has vouched for the act, and 0 as soon as anyone has.
 */
export async function circleDiscount(db: Db, { ownerId, vouchers, now }: Vouching): Promise<number> {
  const { circle, score } = await circleOf(db, { memberId: ownerId, now })
  const members = new Set(circle?.members)
  if (score.discount === 0 || vouchers.some((id) => !members.has(id))) return 0
  return (await liftedUntil(db, { memberId: ownerId, now })) ? 0 : score.discount
}
