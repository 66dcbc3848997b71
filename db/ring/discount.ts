import type { Db } from '../client.ts'
import { circleOf } from './circle.ts'
import { liftedUntil } from './lifted.ts'

export type Vouching = {
  /** Whose act it is. */
  ownerId: string
  /** Who has just vouched for it; the row is there already. */
  voucherId: string
  now: Date
}

/**
 * Basis points that an award for this act, and one for vouching for it, lose: the owner's circle's discount when the word
 * comes out of that circle, 0 when it comes from anyone else.
 */
export async function circleDiscount(db: Db, { ownerId, voucherId, now }: Vouching): Promise<number> {
  const { circle, score } = await circleOf(db, { memberId: ownerId, now })
  if (score.discount === 0 || !circle?.members.includes(voucherId)) return 0
  return (await liftedUntil(db, { memberId: ownerId, now })) ? 0 : score.discount
}
