import { awardState } from '../../core/karma/states.ts'
import type { AwardPage, PendingAward } from '../../core/ledger/shape.ts'
import type { Db } from '../client.ts'

type Row = {
  id: string
  rule: string
  amount: bigint
  created_at: Date
  matures_at: Date | null
  ready_at: Date | null
  capped_by: string | null
  why: string[]
  reversed_at: Date | null
  award_id: bigint | null
  has_wallet: boolean
}

export type AwardList = {
  memberId: string
  now: Date
  /** Those on their way to the chain, or those that were refused or taken back. */
  of: 'open' | 'ended'
  limit: number
  /** Id of the last award of the page before. */
  after?: string | undefined
}

function toAwards(row: Row, now: Date): PendingAward[] {
  const state = awardState({
    maturesAt: row.matures_at,
    readyAt: row.ready_at,
    cappedBy: row.capped_by,
    reversedAt: row.reversed_at,
    awardId: row.award_id,
    mirrored: false,
    hasWallet: row.has_wallet,
    now,
  })
  if (state === 'minted') return []
  return [
    {
      id: row.id,
      rule: row.rule,
      amount: String(row.amount),
      state,
      created_at: row.created_at.toISOString(),
      matures_at: row.matures_at?.toISOString() ?? null,
      why: row.why,
    },
  ]
}

/** The member's awards that the mirror does not show, newest first, a page at a time. */
export async function listAwards(db: Db, { memberId, now, of, limit, after }: AwardList): Promise<AwardPage> {
  const ended = db`(a.reversed_at is not null or a.capped_by is not null)`
  // An award of somebody else says nothing: its time is not looked up.
  const older = after
    ? db`and (a.created_at, a.id) < (select created_at, id from app.award where id = ${after} and member_id = ${memberId})`
    : db``
  const rows = await db<Row[]>`
    select a.id, a.rule, a.amount, a.created_at, a.matures_at, a.ready_at, a.capped_by, a.why, a.reversed_at, a.award_id,
      exists (select from app.wallet w where w.member_id = a.member_id) as has_wallet
    from app.award a left join chain.award mirrored on mirrored.award_id = a.award_id
    where a.member_id = ${memberId} and mirrored.award_id is null and ${of === 'ended' ? ended : db`not ${ended}`} ${older}
    order by a.created_at desc, a.id desc limit ${limit + 1}`
  const items = rows.slice(0, limit).flatMap((row) => toAwards(row, now))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
