import type { CapReason } from '../../core/karma/decide.ts'
import type { ReviewAward } from '../../core/karma/shape.ts'
import { awardState } from '../../core/karma/states.ts'
import { toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

export type AwardsAsked = {
  now: Date
  limit: number
  /** Of this member alone, in any case. */
  username?: string | undefined
  /** Of these restocks alone. */
  sourceIds?: readonly string[] | undefined
  /** Id of the last award of the page before. */
  before?: string | undefined
}

type Row = {
  id: string
  username: string | null
  rule: string
  amount: bigint
  capped_by: CapReason | null
  why: string[]
  source_id: string
  created_at: Date
  ready_at: Date | null
  matures_at: Date | null
  reversed_at: Date | null
  award_id: bigint | null
  ruleset: Uint8Array
  mirrored: boolean
  has_wallet: boolean
}

function toReview(row: Row, now: Date): ReviewAward {
  const { id, username, rule, capped_by, why, source_id, mirrored } = row
  const state = awardState({
    ...{ maturesAt: row.matures_at, readyAt: row.ready_at, cappedBy: capped_by, mirrored, now },
    ...{ reversedAt: row.reversed_at, awardId: row.award_id, hasWallet: row.has_wallet },
  })
  return {
    ...{ id, username, rule, amount: String(row.amount), state, capped_by, why, source_id },
    created_at: row.created_at.toISOString(),
    matures_at: row.matures_at?.toISOString() ?? null,
    ruleset: toHex(row.ruleset),
  }
}

/** Awards as moderators see them, the newest first by id. */
export async function listAwards(db: Db, asked: AwardsAsked): Promise<ReviewAward[]> {
  const { now, limit, username, sourceIds, before } = asked
  const whose = username === undefined ? db`` : db`and lower(m.username) = lower(${username})`
  const ofWhat = sourceIds ? db`and a.source_id = any(${[...sourceIds]}::uuid[])` : db``
  const older = before ? db`and a.id < ${before}::uuid` : db``
  const rows = await db<Row[]>`
    select a.id, m.username, a.rule, a.amount, a.capped_by, a.why, a.source_id, a.created_at, a.ready_at,
      a.matures_at, a.reversed_at, a.award_id, a.ruleset, minted.award_id is not null as mirrored,
      exists (select from app.wallet w where w.member_id = a.member_id) as has_wallet
    from app.award a join app.member m on m.id = a.member_id
      left join chain.award minted on minted.award_id = a.award_id
    where true ${whose} ${ofWhat} ${older} order by a.id desc limit ${limit}`
  return rows.map((row) => toReview(row, now))
}
