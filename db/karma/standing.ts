import type { Ruleset } from '../../core/karma/rule.ts'
import { type Standing, type TrustLevel, trustLevel } from '../../core/karma/trust.ts'
import type { Db } from '../client.ts'

export type Who = { memberId: string; now: Date }

/**
 * What a member's trust is derived from. Only awards of one's own that the mirror shows count: a wallet that came from
 * somebody else brings none of what it earned there.
 */
export async function standingOf(db: Db, { memberId, now }: Who): Promise<Standing> {
  const [row] = await db<{ created_at: Date; earned: bigint }[]>`
    select m.created_at, (
      select coalesce(sum(a.amount), 0) from app.award a join chain.award minted using (award_id)
        where a.member_id = m.id) as earned
    from app.member m where m.id = ${memberId}`
  return { earned: row?.earned ?? 0n, joinedAt: row?.created_at ?? now, now }
}

/** The member's trust level under these rules. */
export async function levelOf(db: Db, { trust }: Ruleset, who: Who): Promise<TrustLevel> {
  return trustLevel(trust, await standingOf(db, who))
}
