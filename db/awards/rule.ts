import { type Hex, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** The rule of each of our awards and the rule set it is of, by its on-chain number. */
export async function ruleOfAwards(
  db: Db,
  awardIds: bigint[],
): Promise<Map<bigint, { rule: string; ruleset: Hex }>> {
  const rows = await db<{ award_id: bigint; rule: string; ruleset: Uint8Array }[]>`
    select award_id, rule, ruleset from app.award where award_id = any(${awardIds.map(String)}::bigint[])`
  return new Map(rows.map(({ award_id, rule, ruleset }) => [award_id, { rule, ruleset: toHex(ruleset) }]))
}
