import { isOwnWord } from '../../core/karma/ring/busy.ts'
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
  const { circle, score, busy } = await circleOf(db, { memberId: ownerId, now })
  if (!circle || score.discount === 0) return 0
  if (!isOwnWord({ members: circle.members, vouchers, busy })) return 0
  return (await liftedUntil(db, { memberId: ownerId, now })) ? 0 : score.discount
}
