import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { karma } from '../../core/karma/amount.ts'
import { rulesetHash } from '../../core/karma/rules.ts'
import { later, now, openStreet, type Street } from '../../test/support/karma.ts'
import type { TestMember } from '../../test/support/members.ts'
import { giveThePast } from '../../test/support/minted.ts'
import { inTransaction } from '../transaction.ts'
import { type NewAward, writeAward } from './write.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())

const write = ({ id: memberId }: TestMember, change: Partial<NewAward> = {}) => {
  const award = { rule: 'trade.completed', memberId, sourceId: uuidv7(), now, ...change } as const
  return inTransaction(street.app, (tx) => writeAward(tx, award))
}

test('what a trust level refuses is written down, and holds no place under the cap of the day', async () => {
  const member = await street.member('trader')
  for (let n = 0; n < 3; n++)
    expect(await write(member, { now: later(n) })).toMatchObject({ capped: 'trust', amount: karma(5) })
  await giveThePast(street, member, { earned: karma(60), days: 10, now })
  expect(await write(member, { now: later(4) })).toMatchObject({ capped: null, amount: karma(5) })
})

test('a circle and a place change the amount, and the award remembers by how much', async () => {
  const member = await street.member('circle')
  const report = { rule: 'restock.report', ringDiscount: 2_500, placeFactor: 20_000 } as const
  const { id, amount, capped } = await write(member, report)
  expect({ amount, capped }).toEqual({ amount: karma(15), capped: null })
  const [row] = await street.app`
    select ring_discount, place_factor, earned_before, needs_confirmations, category from app.award where id = ${id}`
  expect(row).toEqual({
    ring_discount: 2_500,
    place_factor: 20_000,
    earned_before: 0,
    needs_confirmations: 1,
    category: 'intel',
  })
  expect(await write(member, { ...report, ringDiscount: 10_000 })).toMatchObject({
    capped: 'ring',
    amount: 0n,
  })
})

test('an award names the rules it was decided by, and these are published with it', async () => {
  const member = await street.member('voter')
  const before = await write(member, { rule: 'restock.report' })
  await street.setFlag('karma.restock.report.award', karma(12))
  const after = await write(member, { rule: 'restock.report', now: later(1) })
  const rows = await street.app<{ id: string; shipped: boolean; content: string }[]>`
    select a.id, a.ruleset = ${Buffer.from(rulesetHash.slice(2), 'hex')} as shipped, r.content
    from app.award a join app.ruleset r on r.hash = a.ruleset where member_id = ${member.id} order by a.id`
  expect(rows.map(({ id, shipped }) => [id, shipped])).toEqual([
    [before.id, true],
    [after.id, false],
  ])
  expect(after.amount).toBe(karma(12))
  expect(rows[1]?.content).toContain(String(karma(12)))
})

test('one act earns a rule once, however often it is written', async () => {
  const [member, sourceId] = [await street.member('twice'), uuidv7()]
  await write(member, { sourceId })
  await expect(write(member, { sourceId })).rejects.toThrow(/unique/)
})
