import { discountOfWord, type WordDiscount } from '../../core/karma/ring/busy.ts'
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

const nothing: WordDiscount = { act: 0, first: 0 }

/** What awards for this act, and for vouching for it first, lose by the word of the owner's circle. */
export async function circleDiscount(db: Db, { ownerId, vouchers, now }: Vouching): Promise<WordDiscount> {
  const { circle, score, busy } = await circleOf(db, { memberId: ownerId, now })
  if (!circle || score.discount === 0) return nothing
  const found = discountOfWord({ discount: score.discount, members: circle.members, vouchers, busy })
  if (found.act === 0 || (await liftedUntil(db, { memberId: ownerId, now }))) return nothing
  return found
}
