import type { Db } from '../client.ts'

/** The rule of each of our awards, by its on-chain number. */
export async function ruleOfAwards(db: Db, awardIds: bigint[]): Promise<Map<bigint, string>> {
  const rows = await db<{ award_id: bigint; rule: string }[]>`
    select award_id, rule from app.award where award_id = any(${awardIds.map(String)}::bigint[])`
  return new Map(rows.map(({ award_id, rule }) => [award_id, rule]))
}
