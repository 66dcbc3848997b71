import type { CapReason } from '../../core/karma/decide.ts'
import type { Category } from '../../core/karma/rule.ts'
import { type Hex, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** An award that is not minted yet, as those see it who decide over it. */
export type OpenAward = {
  id: string
  memberId: string
  rule: string
  category: Category
  sourceId: string
  /** wei; of a capped one what it would be */
  amount: bigint
  ruleset: Hex
  createdAt: Date
  readyAt: Date | null
  cappedBy: CapReason | null
  /** Whose budget it is charged to, or was refused by; null until it is confirmed. */
  epoch: number | null
  ringDiscount: number
  placeFactor: number
  earnedBefore: number
  why: string[]
  /** Its number is given: nothing about it can change any more. */
  frozen: boolean
}

export type AwardRow = {
  id: string
  member_id: string
  rule: string
  category: Category
  source_id: string
  amount: bigint
  ruleset: Uint8Array
  created_at: Date
  ready_at: Date | null
  capped_by: CapReason | null
  epoch: number | null
  ring_discount: number
  place_factor: number
  earned_before: number
  why: string[]
  award_id: bigint | null
}

export const awardColumns = `id, member_id, rule, category, source_id, amount, ruleset, created_at, ready_at, capped_by,
  epoch, ring_discount, place_factor, earned_before, why, award_id`

export function toAward(row: AwardRow): OpenAward {
  return {
    ...{
      id: row.id,
      memberId: row.member_id,
      rule: row.rule,
      category: row.category,
      sourceId: row.source_id,
    },
    ...{ amount: row.amount, ruleset: toHex(row.ruleset), createdAt: row.created_at, readyAt: row.ready_at },
    ...{ cappedBy: row.capped_by, epoch: row.epoch, ringDiscount: row.ring_discount },
    ...{ placeFactor: row.place_factor, earnedBefore: row.earned_before, why: row.why },
    frozen: row.award_id !== null,
  }
}

/** What a decision changed about an award. */
export async function saveAward(tx: Db, award: OpenAward, maturesAt: Date | null): Promise<void> {
  await tx`
    update app.award set amount = ${String(award.amount)}, ready_at = ${award.readyAt}, matures_at = ${maturesAt},
      capped_by = ${award.cappedBy}, epoch = ${award.epoch}, ring_discount = ${award.ringDiscount},
      earned_before = ${award.earnedBefore}, why = ${award.why}
    where id = ${award.id} and award_id is null`
}
