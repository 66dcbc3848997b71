import type { Cluster } from '../../core/karma/ring/shape.ts'
import type { Db } from '../client.ts'
import { latestAppeal } from './appeal.ts'
import { reasonsOf } from './appeal-row.ts'
import { circleOf } from './circle.ts'
import { liftedUntil } from './lifted.ts'

/** The member's own score with its reasons, and what became of their appeal. */
export async function readCluster(
  db: Db,
  { memberId, now }: { memberId: string; now: Date },
): Promise<Cluster> {
  const { score } = await circleOf(db, { memberId, now })
  const lifted = await liftedUntil(db, { memberId, now })
  return {
    discount_bp: lifted ? 0 : score.discount,
    reasons: reasonsOf(score),
    lifted_until: lifted?.toISOString() ?? null,
    appeal: await latestAppeal(db, memberId),
  }
}
