import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { karma } from '../../core/karma/amount.ts'
import { later, now, openStreet, type Street, WINDOW } from '../../test/support/karma.ts'
import type { TestMember } from '../../test/support/members.ts'
import { warmPool } from '../../test/support/members.ts'
import { deleteMember } from '../members/delete.ts'
import { linkWallet } from '../members/wallets.ts'
import { freezeBatch } from './freeze.ts'
import { matureAwards } from './mature.ts'
import { reverseAward } from './reverse.ts'

let street: Street
let moderator: TestMember
let neighbour: TestMember
let named = 0
beforeAll(async () => {
  street = await openStreet()
  moderator = await street.member('moderator')
  neighbour = await street.member('neighbour')
})
afterAll(() => street.close())

const someone = () => street.member(`m${++named}`)
const reverse = (awardId: string, at = now) =>
  reverseAward(street.app, { awardId, by: moderator.id, reason: 'Nothing was there.', now: at })
const due = new Date(now.getTime() + WINDOW * 1000)

/** As many reports as the day pays, and some more; each confirmed by another neighbour: no cap and no circle of theirs is met. */
async function fullDay(member: TestMember, more: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < 10 + more; n++) ids.push(await street.seen(member, await someone(), later(n)))
  return ids
}

test('a reversal before the freeze takes the award back, tells why, and returns its part of the budget', async () => {
  const member = await someone()
  const id = await street.seen(member, neighbour)
  const before = await street.spent()
  const { id: awardId, matures_at } = await street.award(id)
  expect(matures_at).toEqual(due)
  await reverse(awardId, later(1))
  expect(await street.award(id)).toMatchObject({
    reversed_at: later(1),
    why: ['Taken back: Nothing was there.'],
  })
  expect(await street.spent()).toBe(before - karma(10))
})

test('what a member forfeits who leaves goes back to the budget and pays who is next in line; what is frozen stays taken', async () => {
  const home = await openStreet()
  onTestFinished(home.close)
  await home.setFlag('karma.budget.intel', karma(20))
  await home.setFlag('karma.restock.first-confirmation.award', 0n)
  const [stays, leaves, late, other] = await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) => home.member(name)),
  )
  if (!stays || !leaves || !late || !other) throw new Error('nobody there')
  await linkWallet(home.app, leaves.id, `0x${'6d'.repeat(20)}`)
  await home.seen(leaves, other)
  await freezeBatch(home.app, { now: later(WINDOW), limit: 500 })
  await home.seen(leaves, other, later(1))
  const waits = await home.seen(late, other, later(2))
  expect((await home.award(waits)).capped_by).toBe('budget')
  await deleteMember(home.app, { ids: [] } as never, leaves.id)
  expect(await home.award(waits)).toMatchObject({ capped_by: null, amount: karma(10) })
  expect(await home.spent()).toBe(karma(20))
})

test('a frozen award cannot be taken back, one that was cannot again, and one that never was is not found', async () => {
  const member = await someone()
  const [frozen, other] = [await street.seen(member, neighbour), await street.seen(member, neighbour)]
  const { id: gone } = await street.award(other)
  await reverse(gone)
  await freezeBatch(street.app, { now: later(WINDOW), limit: 500 })
  await expect(reverse((await street.award(frozen)).id)).rejects.toMatchObject({
    code: 'award.frozen',
    status: 409,
  })
  await expect(reverse(gone)).rejects.toMatchObject({ code: 'award.reversed', status: 409 })
  await expect(reverse(uuidv7())).rejects.toMatchObject({ code: 'award.not-found', status: 404 })
})

test('a reversal and the freeze at the same moment: either it is taken back or it is minted, never both', async () => {
  await warmPool(street.app)
  for (let round = 0; round < 5; round++) {
    const id = await street.seen(await someone(), neighbour)
    const { id: awardId } = await street.award(id)
    const [reversed] = await Promise.allSettled([
      reverse(awardId),
      freezeBatch(street.app, { now: later(WINDOW), limit: 500 }),
    ])
    const [row] = await street.app<{ frozen: boolean; reversed: boolean }[]>`
      select award_id is not null as frozen, reversed_at is not null as reversed from app.award where id = ${awardId}`
    expect(row).toEqual({
      frozen: reversed?.status === 'rejected',
      reversed: reversed?.status === 'fulfilled',
    })
  }
})

describe('a day counted again', () => {
  test('gives the next capped one its due, with the window its act went through, and no more than one', async () => {
    const member = await someone()
    const ids = await fullDay(member, 2)
    const [first, eleventh, twelfth] = [ids[0] ?? '', ids[10] ?? '', ids[11] ?? '']
    expect(await street.award(eleventh)).toMatchObject({ capped_by: 'day', matures_at: null })
    await reverse((await street.award(first)).id)
    const { capped_by, matures_at, amount, why } = await street.award(eleventh)
    expect({ capped_by, matures_at }).toEqual({
      capped_by: null,
      matures_at: new Date(due.getTime() + 10 * 60_000),
    })
    expect(why).toEqual([expect.stringContaining('Number 10 today')])
    expect(amount).toBe(karma(10) / 2n ** 7n)
    expect(await street.award(twelfth)).toMatchObject({ capped_by: 'day' })
  })

  test('lifts an unconfirmed one to unconfirmed, and it matures when it is confirmed', async () => {
    const member = await someone()
    const [first] = await fullDay(member, 0)
    const waiting = await street.report(member, later(20))
    expect(await street.award(waiting)).toMatchObject({ capped_by: 'day' })
    await reverse((await street.award(first ?? '')).id)
    expect(await street.award(waiting)).toMatchObject({ capped_by: null, matures_at: null, epoch: null })
    await street.confirm(waiting, neighbour, later(30))
    expect((await street.award(waiting)).matures_at).toEqual(new Date(due.getTime() + 30 * 60_000))
  })

  test('pays repeats that moved up what their place is worth, charged to the budget', async () => {
    const member = await someone()
    const ids: string[] = []
    for (let n = 0; n < 4; n++) ids.push(await street.seen(member, neighbour, later(n)))
    const fourth = ids[3] ?? ''
    expect((await street.award(fourth)).amount).toBe(karma(5))
    const before = await street.spent()
    await reverse((await street.award(ids[0] ?? '')).id)
    expect(await street.award(fourth)).toMatchObject({ amount: karma(10), why: [] })
    expect(await street.spent()).toBe(before - karma(5))
  })

  test('pays what waited for a place with the discount that its circle was found to be worth', async () => {
    const member = await someone()
    const [first] = await fullDay(member, 0)
    const sourceId = await street.report(member, later(20))
    await matureAwards(street.app, {
      ...{ sourceId, confirmations: 1, maturesAt: due, now: later(21) },
      ringDiscounts: new Map([[member.id, 9_800]]),
    })
    expect((await street.award(sourceId)).capped_by).toBe('day')
    await reverse((await street.award(first ?? '')).id, later(30))
    const { capped_by, amount, why } = await street.award(sourceId)
    expect({ capped_by, why }).toEqual({
      capped_by: null,
      why: expect.arrayContaining([expect.stringMatching(/98 % less/)]),
    })
    expect(amount).toBeLessThan(karma(10) / 50n)
  })

  test('never takes from what is frozen: it keeps its place and its amount', async () => {
    const member = await someone()
    const ids = await fullDay(member, 1)
    await freezeBatch(street.app, { now: later(WINDOW / 60 + 5.5), limit: 500 })
    const amounts = async () => Promise.all(ids.map(async (id) => (await street.award(id)).amount))
    const before = await amounts()
    await reverse((await street.award(ids[7] ?? '')).id)
    const after = await amounts()
    expect(after.slice(0, 7)).toEqual(before.slice(0, 7))
    const counted = await Promise.all(ids.map((id) => street.award(id)))
    expect(counted.filter(({ capped_by, reversed_at }) => !capped_by && !reversed_at)).toHaveLength(10)
  })

  test('leaves other members, rules and days alone', async () => {
    const [member, other] = [await someone(), await someone()]
    const ids = await fullDay(member, 1)
    const others = await fullDay(other, 1)
    await reverse((await street.award(others[0] ?? '')).id)
    expect(await street.award(ids[10] ?? '')).toMatchObject({ capped_by: 'day' })
  })
})

test('many reversals and reports at once end with a day that is full and not fuller', async () => {
  const member = await someone()
  const ids = await fullDay(member, 5)
  await warmPool(street.app)
  const awards = await Promise.all(ids.slice(0, 4).map((id) => street.award(id)))
  await Promise.all([
    ...awards.map(({ id }) => reverse(id)),
    street.seen(member, neighbour, later(40)),
    street.seen(member, neighbour, later(41)),
  ])
  const [row] = await street.app<{ paid: number; waiting: number }[]>`
    select count(*) filter (where capped_by is null)::int as paid,
      count(*) filter (where capped_by = 'day')::int as waiting
    from app.award where member_id = ${member.id} and rule = 'restock.report' and reversed_at is null`
  expect(row).toEqual({ paid: 10, waiting: 3 })
})

test('days that are counted again while they are frozen, in another order: nobody waits for the other for ever', async () => {
  await warmPool(street.app)
  for (let round = 0; round < 6; round++) {
    const member = await someone()
    await linkWallet(street.app, member.id, `0x${String(round).repeat(40)}`)
    const ids: string[] = []
    for (let n = 0; n < 4; n++) ids.push(await street.report(member, later(n)))
    // The last one reported is confirmed first, and frozen first.
    for (const [n, id] of ids.toReversed().entries()) await street.confirm(id, neighbour, later(10 + n))
    const awards = await Promise.all(ids.map((id) => street.award(id)))
    const [one] = awards.map(({ id }) => id)
    if (!one) throw new Error('no awards')
    const ends = await Promise.allSettled([
      freezeBatch(street.app, { now: later(120), limit: 500 }),
      reverse(one, later(30)),
      freezeBatch(street.app, { now: later(120), limit: 500 }),
    ])
    for (const end of ends)
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'award.frozen' })
  }
})
