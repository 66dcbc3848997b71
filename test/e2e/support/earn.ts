import { uuidv7 } from '../../../core/id.ts'
import { karma } from '../../../core/karma/amount.ts'
import { rulesetHash } from '../../../core/karma/rules.ts'
import { type Hex, toBytea } from '../../../db/bytes.ts'
import { connect } from '../../../db/client.ts'
import { findRunning } from '../../../scripts/seed/running.ts'
import type { Stack } from './stack.ts'

/** An award that is due: settle mints it to the member whose wallet this is, as it mints any. */
export async function earn(stack: Stack, wallet: string, whole: number): Promise<void> {
  const sql = connect(findRunning(stack.data).appUrl, { name: 'e2e', max: 1 })
  const owner = sql`(select member_id from app.wallet where address = ${toBytea(wallet as Hex)})`
  await sql`
    insert into app.award (id, member_id, rule, source_id, amount, ruleset, matures_at)
      values (${uuidv7()}, ${owner}, 'restock.report', ${uuidv7()}, ${String(karma(whole))},
        ${toBytea(rulesetHash)}, now())`
  await sql.end()
}
