import { randomBytes } from 'node:crypto'
import { uuidv7 } from '../../core/id.ts'
import { rulesetHash } from '../../core/karma/rules.ts'
import { toBytea } from '../../db/bytes.ts'
import type { TestDatabase } from './database.ts'
import type { TestMember } from './members.ts'

export type Past = {
  /** wei, minted and mirrored */
  earned: bigint
  /** Since the member joined. */
  days: number
  now: Date
}

/** Gives a member a past: joined so long ago, and earned that much, which the mirror shows. */
export async function giveThePast(
  { app, indexer }: TestDatabase,
  member: TestMember,
  { earned, days, now }: Past,
): Promise<void> {
  const joined = new Date(now.getTime() - days * 86_400_000)
  await app`update app.member set created_at = ${joined} where id = ${member.id}`
  // Far from the numbers that a freeze gives.
  const number = String(randomBytes(5).readUIntBE(0, 5) + 1_000_000)
  const amount = String(earned)
  await app`
    insert into app.award (id, member_id, rule, source_id, amount, ruleset, created_at, matures_at, award_id)
      values (${uuidv7()}, ${member.id}, 'restock.report', ${uuidv7()}, ${amount}, ${toBytea(rulesetHash)},
        ${joined}, ${joined}, ${number})`
  await indexer`
    insert into chain.award (award_id, to_address, amount, block_number, log_index, tx_hash, block_time)
      values (${number}, ${toBytea(member.wallet)}, ${amount}, 1, ${Number(BigInt(number) % 2_000_000_000n)},
        ${toBytea(rulesetHash)}, ${joined})`
}
