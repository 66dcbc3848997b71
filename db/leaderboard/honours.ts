import { badgesOf } from '../../core/karma/badges.ts'
import type { Honours } from '../../core/karma/leaderboard.ts'
import type { Db } from '../client.ts'
import { actsOf } from './acts.ts'

/** A member's streak, and each badge with how far it is. */
export async function readHonours(
  db: Db,
  { memberId, now }: { memberId: string; now: Date },
): Promise<Honours> {
  const { facts, streak } = (await actsOf(db, { memberIds: [memberId], now }))(memberId)
  return { streak, badges: badgesOf(facts) }
}
