import { expect, onTestFinished, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { karma } from '../../core/karma/amount.ts'
import { freezeBatch } from '../../db/awards/freeze.ts'
import { matureAwards } from '../../db/awards/mature.ts'
import { reverseAward } from '../../db/awards/reverse.ts'
import { writeAward } from '../../db/awards/write.ts'
import { inTransaction } from '../../db/transaction.ts'
import { later, now, openStreet, type Street, WINDOW } from '../support/karma.ts'
import type { TestMember } from '../support/members.ts'

async function street(): Promise<Street> {
  const opened = await openStreet()
  onTestFinished(opened.close)
  return opened
}

/** Somebody says that a reply of the member's helped: an award that the member has no hand in. @returns its source */
async function markHelpful({ app }: Street, { id: memberId }: TestMember, at: Date): Promise<string> {
  const sourceId = uuidv7()
  await inTransaction(app, async (tx) => {
    await writeAward(tx, { rule: 'reply.helpful', memberId, sourceId, now: at })
    const maturesAt = new Date(at.getTime() + WINDOW * 1000)
    await matureAwards(tx, { sourceId, confirmations: 1, maturesAt, now: at })
  })
  return sourceId
}
const helpful = 'reply.helpful'
const retract = async ({ app, award }: Street, sourceId: string, at: Date) =>
  reverseAward(app, { awardId: (await award(sourceId, helpful)).id, by: null, reason: 'Retracted.', now: at })

test("filling a victim's cap with marks that are taken back afterwards costs the victim nothing", async () => {
  const home = await street()
  const victim = await home.member('victim')
  const fake: string[] = []
  for (let n = 0; n < 10; n++) fake.push(await markHelpful(home, victim, later(n)))
  const honest: string[] = []
  for (let n = 0; n < 3; n++) honest.push(await markHelpful(home, victim, later(10 + n)))
  for (const source of honest) expect(await home.award(source, helpful)).toMatchObject({ capped_by: 'day' })
  // The next day, so that the marks of the day itself are long counted.
  for (const source of fake) await retract(home, source, later(60 * 20))
  for (const source of honest)
    expect(await home.award(source, helpful)).toMatchObject({
      ...{ capped_by: null, amount: karma(2), why: [] },
      matures_at: expect.any(Date),
    })
  expect(await home.spent('community')).toBe(3n * karma(2))
  await freezeBatch(home.app, { now: later(60 * 24), limit: 500 })
  const [row] = await home.app<{ frozen: number }[]>`
    select count(award_id)::int as frozen from app.award where member_id = ${victim.id}`
  expect(row?.frozen).toBe(3)
})

test('marks of another day or another rule, taken back, make no room: the cap is not opened by it', async () => {
  const home = await street()
  const member = await home.member('member')
  const yesterday = await markHelpful(home, member, later(-60 * 24))
  const today: string[] = []
  for (let n = 0; n < 11; n++) today.push(await markHelpful(home, member, later(n)))
  await retract(home, yesterday, later(20))
  expect(await home.award(today[10] ?? '', helpful)).toMatchObject({ capped_by: 'day' })
})

test('a member who has oneself taken back again and again is never paid more than a full day', async () => {
  const home = await street()
  const member = await home.member('member')
  const sources: string[] = []
  for (let n = 0; n < 25; n++) sources.push(await markHelpful(home, member, later(n)))
  for (const source of sources.slice(0, 5)) await retract(home, source, later(30))
  // What is minted keeps its place for good.
  await freezeBatch(home.app, { now: later(WINDOW / 60 + 9), limit: 500 })
  for (const source of sources.slice(10, 13)) await retract(home, source, later(31)).catch(() => undefined)
  const [row] = await home.app<{ paid: number; sum: bigint }[]>`
    select count(*)::int as paid, sum(amount) as sum from app.award
      where member_id = ${member.id} and capped_by is null and reversed_at is null`
  expect(row?.paid).toBe(10)
  expect((row?.sum ?? 0n) <= 10n * karma(2)).toBe(true)
})

test("reports that nobody confirms take nothing of everyone's budget", async () => {
  const home = await street()
  await home.setFlag('karma.budget.intel', karma(30))
  const [flooder, honest, friend] = [await home.member('f'), await home.member('h'), await home.member('n')]
  for (let n = 0; n < 10; n++) await home.report(flooder, later(n))
  const seen = await home.seen(honest, friend, later(20))
  expect(await home.award(seen)).toMatchObject({ capped_by: null })
  expect(await home.spent()).toBe(karma(11))
})

test('a budget that was used up pays those it refused, in their order, when something is taken back', async () => {
  const home = await street()
  await home.setFlag('karma.budget.community', karma(5))
  const [first, second, third] = [await home.member('a'), await home.member('b'), await home.member('c')]
  const paid = await markHelpful(home, first, now)
  await markHelpful(home, first, later(1))
  const [next, last] = [await markHelpful(home, second, later(2)), await markHelpful(home, third, later(3))]
  for (const source of [next, last])
    expect(await home.award(source, helpful)).toMatchObject({ capped_by: 'budget', matures_at: null })
  await retract(home, paid, later(4))
  expect(await home.award(next, helpful)).toMatchObject({
    ...{ capped_by: null, why: [] },
    matures_at: new Date(later(2).getTime() + WINDOW * 1000),
  })
  expect(await home.award(last, helpful)).toMatchObject({ capped_by: 'budget', matures_at: null })
  expect(await home.spent('community')).toBe(karma(4))
})

test('a place that moves up is paid no more than the budget has', async () => {
  const home = await street()
  await home.setFlag('karma.budget.community', (karma(2) * 28n) / 10n)
  const member = await home.member('member')
  const unconfirmed = uuidv7()
  await inTransaction(home.app, (tx) =>
    writeAward(tx, { rule: 'reply.helpful', memberId: member.id, sourceId: unconfirmed, now }),
  )
  for (let n = 1; n < 3; n++) await markHelpful(home, member, later(n))
  const fourth = await markHelpful(home, member, later(3))
  const worth = { capped_by: null, amount: (karma(2) * 8n) / 10n }
  expect(await home.award(fourth, helpful)).toMatchObject(worth)
  await retract(home, unconfirmed, later(4))
  expect(await home.award(fourth, helpful)).toMatchObject(worth)
  expect(await home.spent('community')).toBe((karma(2) * 28n) / 10n)
})

test('many confirmations at the end of a budget, at once, do not spend it twice', async () => {
  const home = await street()
  await home.setFlag('karma.budget.community', karma(7))
  const members = await Promise.all(Array.from({ length: 12 }, (_, n) => home.member(`m${n}`)))
  await Promise.all(members.map((member) => markHelpful(home, member, now)))
  expect(await home.spent('community')).toBe(karma(6))
  const [row] = await home.app<{ paid: number }[]>`
    select count(*)::int as paid from app.award where capped_by is null and rule = ${helpful}`
  expect(row?.paid).toBe(3)
})
