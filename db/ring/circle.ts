import type { Vouched } from '../../core/karma/ring/act.ts'
import { circleAround } from '../../core/karma/ring/around.ts'
import { type Circle, pointsOf } from '../../core/karma/ring/circle.ts'
import { nextToAsk } from '../../core/karma/ring/explore.ts'
import { type RingScore, scoreCircle } from '../../core/karma/ring/score.ts'
import type { Db } from '../client.ts'
import { countActive } from './active.ts'
import { vouchedActs } from './acts.ts'
import { givenBy } from './given.ts'
import { countTied } from './tied.ts'

type Of = { memberId: string; now: Date }
export type ScoredCircle = {
  circle: Circle | null
  score: RingScore
  /** Who around here confirms about everything. */
  busy: ReadonlySet<string>
}

async function explore(db: Db, { memberId, now }: Of) {
  const explored = new Set<string>()
  const acts: Vouched[] = []
  for (let ask = [memberId]; ask.length > 0; ask = nextToAsk(explored, acts)) {
    for (const id of ask) explored.add(id)
    acts.push(...(await vouchedActs(db, { memberIds: ask, now })))
  }
  const vouchers = new Set(acts.flatMap((act) => act.vouchers))
  const { given, busy } = await givenBy(db, { memberIds: [...vouchers], now })
  return { member: memberId, explored, acts, given, busy, active: await countActive(db, now) }
}

/**
 * The circle around a member and its score, as of this moment. A question per step of the walk, of at most `reach`
 * members in all; then one for what they gave, one for how many are active, and one for their ties when the circle is closed enough to matter.
 */
export async function circleOf(db: Db, of: Of): Promise<ScoredCircle> {
  const neighbourhood = await explore(db, of)
  const { busy } = neighbourhood
  const circle = circleAround(neighbourhood)
  if (!circle) return { circle, score: scoreCircle(null), busy }
  const asked = { memberIds: [...circle.members], now: of.now }
  const tied = pointsOf(circle) > 0 ? await countTied(db, asked) : 0
  return { circle, score: scoreCircle({ circle, tied }), busy }
}
