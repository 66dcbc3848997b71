import { expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { rulesetHash } from '../../core/karma/rules.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { addMember } from '../../test/support/members.ts'
import { toBytea } from '../bytes.ts'
import type { Sql } from '../client.ts'
import { listAwards } from './pending.ts'
import { promisedTo } from './promised.ts'

type Given = { capped_by?: string; reversed_at?: Date; award_id?: string; matures_at?: Date }
const now = new Date('2026-05-05T12:00:00Z')

async function give(sql: Sql, memberId: string, { given, at }: { given: Given; at: Date }): Promise<string> {
  const id = uuidv7()
  await sql`insert into app.award ${sql({
    ...{ id, member_id: memberId, rule: 'restock.report', source_id: uuidv7(), amount: '3' },
    ...{ ruleset: toBytea(rulesetHash), created_at: at, ...given },
  })}`
  return id
}

test('open and ended awards are two lists, each whole over its pages; what is mirrored is in neither', async () => {
  const { app, indexer } = await databaseForTest()
  const [{ id: ann }, { id: ben }] = [await addMember(app, 'ann'), await addMember(app, 'ben')]
  const kinds: Given[] = [
    {},
    { capped_by: 'day' },
    { matures_at: now },
    { reversed_at: now },
    { award_id: '1' },
    { award_id: '2' },
  ]
  const made: { id: string; given: Given }[] = []
  // Four at each moment: a page that ends between two of one moment loses none.
  for (let n = 0; n < 24; n++) {
    const given = { ...kinds[n % kinds.length], ...(n >= 6 && n % 6 > 3 ? { award_id: String(n) } : {}) }
    const at = new Date(now.getTime() - 60_000 * Math.floor(n / 4))
    made.push({ id: await give(app, ann, { given, at }), given })
  }
  const foreign = await give(app, ben, { given: {}, at: new Date(now.getTime() - 3_600_000) })
  await indexer`insert into chain.award (award_id, to_address, amount, block_number, log_index, tx_hash, block_time)
    values (2, ${Buffer.alloc(20)}, 3, 1, 1, ${Buffer.alloc(32)}, now())`
  const walk = async (of: 'open' | 'ended', limit: number) => {
    const ids: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = await listAwards(app, { memberId: ann, now, of, limit, after })
      ids.push(...page.items.map(({ id }) => id))
      after = page.next
    }
    return ids
  }
  const isEnded = ({ given }: { given: Given }) => Boolean(given.capped_by ?? given.reversed_at)
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort()
  for (const limit of [1, 2, 5, 100]) {
    expect((await walk('ended', limit)).sort()).toEqual(idsOf(made.filter(isEnded)))
    const open = made.filter((row) => !isEnded(row) && row.given.award_id !== '2')
    expect((await walk('open', limit)).sort()).toEqual(idsOf(open))
  }
  const times = (await listAwards(app, { memberId: ann, now, of: 'open', limit: 100 })).items
  expect(times.map(({ created_at }) => created_at)).toEqual(
    times.map(({ created_at }) => created_at).toSorted((a, b) => (a < b ? 1 : -1)),
  )
  const after = await listAwards(app, { memberId: ann, now, of: 'open', limit: 5, after: foreign })
  expect(after).toEqual({ items: [], next: null })
  // 3 wei each: what is in no batch and not refused.
  expect(await promisedTo(app, ann)).toBe(8n * 3n)
})
