import { randomUUID } from 'node:crypto'
import { karma } from '../../../core/karma/amount.ts'
import { rulesetHash } from '../../../core/karma/rules.ts'
import { toBytea } from '../../../db/bytes.ts'
import { connect, type Sql } from '../../../db/client.ts'
import { findRunning } from '../../../scripts/seed/running.ts'
import type { Stack } from './stack.ts'

/** Work on the database of the running stack, as its app does. */
export async function withSql<Result>(stack: Stack, work: (sql: Sql) => Promise<Result>): Promise<Result> {
  const sql = connect(findRunning(stack.data).appUrl, { name: 'e2e', max: 1 })
  return work(sql).finally(() => sql.end())
}

export type GivenAward = {
  /** Whole karma. */
  amount: number
  /** How it was refused or taken back; due without both. */
  cappedBy?: 'day'
  reversed?: boolean
  why?: string[]
}

/** Awards of a member, as acts of long ago would have left them. */
export async function giveAwards(
  stack: Stack,
  username: string,
  awards: readonly GivenAward[],
): Promise<void> {
  await withSql(stack, async (sql) => {
    const [member] = await sql<{ id: string }[]>`select id from app.member where username = ${username}`
    const past = new Date(Date.now() - 3_600_000)
    const rows = awards.map(({ amount, cappedBy = null, reversed, why = [] }) => ({
      ...{ id: randomUUID(), source_id: randomUUID(), member_id: member?.id ?? '', rule: 'restock.report' },
      ...{ amount: String(karma(amount)), ruleset: toBytea(rulesetHash), created_at: past, why },
      ...{ capped_by: cappedBy, matures_at: cappedBy ? null : past, reversed_at: reversed ? past : null },
    }))
    await sql`insert into app.award ${sql(rows)}`
  })
}
