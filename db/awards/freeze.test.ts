import { expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { rulesetHash } from '../../core/karma/rules.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { addMember } from '../../test/support/members.ts'
import { toBytea } from '../bytes.ts'
import { linkWallet, payTo } from '../members/wallets.ts'
import { openBatch } from './batch.ts'
import { freezeBatch } from './freeze.ts'

test('a number that the chain has used is not given, whoever sent it', async () => {
  const { app, indexer } = await databaseForTest()
  await indexer`
    insert into chain.award (award_id, to_address, amount, block_number, log_index, tx_hash, block_time)
    values (7, ${toBytea(`0x${'c'.repeat(40)}`)}, 1, 1, 1, ${toBytea(rulesetHash)}, now())`
  const { id } = await addMember(app, 'late')
  await linkWallet(app, id, `0x${'d'.repeat(40)}`)
  await app`
    insert into app.award (id, member_id, rule, source_id, amount, ruleset, matures_at)
    values (${uuidv7()}, ${id}, 'restock.report', ${uuidv7()}, 1, ${toBytea(rulesetHash)}, now())`
  await freezeBatch(app, { now: new Date(Date.now() + 1000), limit: 500 })
  expect((await openBatch(app))?.firstId).toBe(8n)
})

test('a number that was frozen is never given again, even when the member behind it is gone', async () => {
  const { app } = await databaseForTest()
  const now = new Date()
  const freezeFor = async (name: string, wallet: string) => {
    const { id } = await addMember(app, name)
    await linkWallet(app, id, `0x${wallet.repeat(40)}`)
    await app`
      insert into app.award (id, member_id, rule, source_id, amount, ruleset, matures_at)
      values (${uuidv7()}, ${id}, 'restock.report', ${uuidv7()}, 1, ${toBytea(rulesetHash)}, ${now})`
    await freezeBatch(app, { now, limit: 500 })
    return id
  }
  const gone = await freezeFor('gone', 'a')
  await app`delete from app.member where id = ${gone}`
  const stays = await freezeFor('stays', 'b')
  const [award] = await app<{ award_id: bigint }[]>`select award_id from app.award where member_id = ${stays}`
  expect(award?.award_id).toBe(2n)
  expect((await openBatch(app))?.firstId).toBe(1n)
})

test('a batch holds no more than the contract mints at once; the rest is the next one', async () => {
  const { app } = await databaseForTest()
  const { id } = await addMember(app, 'rich')
  await linkWallet(app, id, `0x${'e'.repeat(40)}`)
  for (const amount of [30_000n, 20_000n, 1n])
    await app`
      insert into app.award (id, member_id, rule, source_id, amount, ruleset, matures_at)
      values (${uuidv7()}, ${id}, 'restock.report', ${uuidv7()}, ${String(amount * 10n ** 18n)},
        ${toBytea(rulesetHash)}, now())`
  const now = new Date(Date.now() + 1000)
  expect(await freezeBatch(app, { now, limit: 500 })).toBe(2)
  expect(await freezeBatch(app, { now, limit: 500 })).toBe(1)
})

test('an award goes to the wallet that its member chose, else to the one linked first', async () => {
  const { app } = await databaseForTest()
  const { id } = await addMember(app, 'chooser')
  const chosen = `0x${'9'.repeat(40)}` as const
  await linkWallet(app, id, chosen)
  await linkWallet(app, id, `0x${'8'.repeat(40)}`)
  const packedTo = async () => {
    await app`
      insert into app.award (id, member_id, rule, source_id, amount, ruleset, matures_at)
      values (${uuidv7()}, ${id}, 'restock.report', ${uuidv7()}, 1, ${toBytea(rulesetHash)}, now())`
    await freezeBatch(app, { now: new Date(Date.now() + 1000), limit: 500 })
    const [batch] = await app<{ packed: string[] }[]>`
      select packed from app.award_batch order by first_id desc limit 1`
    return batch?.packed[0]?.includes(chosen.slice(2))
  }
  expect(await packedTo()).toBe(false)
  await payTo(app, { memberId: id, address: chosen })
  expect(await packedTo()).toBe(true)
})
