import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { karma } from '../../core/karma/amount.ts'
import { later, now, openStreet, type Street, WINDOW } from '../../test/support/karma.ts'
import type { TestMember } from '../../test/support/members.ts'
import { giveThePast } from '../../test/support/minted.ts'
import { freezeBatch } from '../awards/freeze.ts'
import { toBytea } from '../bytes.ts'
import { deleteMember } from '../members/delete.ts'
import { openChallenge } from './open.ts'
import { resolveChallenge } from './resolve.ts'

let street: Street
let neighbour: TestMember
let moderator: TestMember
let named = 0
beforeAll(async () => {
  street = await openStreet()
  neighbour = await street.member('neighbour')
  moderator = await street.member('moderator')
})
afterAll(() => street.close())

const HOLD = 3 * 86_400_000
const due = new Date(now.getTime() + WINDOW * 1000)
const held = new Date(due.getTime() + HOLD)
const someone = () => street.member(`m${++named}`)
async function watcher(earned = karma(60), days = 10): Promise<TestMember> {
  const member = await someone()
  await giveThePast(street, member, { earned, days, now })
  return member
}
const seen = async () => street.seen(await someone(), neighbour)
const open = (restockId: string, { id: memberId }: TestMember, at = now) =>
  openChallenge(street.app, { restockId, memberId, reason: 'The shelf was empty.', now: at })
const resolve = (id: string, outcome: 'upheld' | 'dismissed' | 'false', at = now) =>
  resolveChallenge(street.app, {
    ...{ id, by: moderator.id, outcome, note: 'I called the shop.' },
    ...{ now: at, challengeSeconds: WINDOW },
  })

test('a challenge holds what is in its window for a bounded time, and a second one holds it no longer', async () => {
  const restock = await seen()
  expect((await street.award(restock)).matures_at).toEqual(due)
  const challenge = await open(restock, await watcher())
  expect(challenge).toMatchObject({ outcome: null, holds_until: held.toISOString() })
  expect((await street.award(restock)).matures_at).toEqual(held)
  expect((await street.award(restock, 'restock.first-confirmation')).matures_at).toEqual(held)
  await open(restock, await watcher(), new Date(held.getTime() - 1))
  expect((await street.award(restock)).matures_at).toEqual(held)
})

test('what becomes ready while it is open is held as long', async () => {
  const home = await openStreet()
  onTestFinished(home.close)
  await home.setFlag('karma.restock.report.confirmations', 2n)
  const [reporter, first, second, by] = await Promise.all(
    ['r', 'f', 's', 'b'].map((name) => home.member(name)),
  )
  if (!reporter || !first || !second || !by) throw new Error('nobody there')
  await giveThePast(home, by, { earned: karma(60), days: 10, now })
  const restock = await home.seen(reporter, first)
  const challenge = { restockId: restock, memberId: by.id, reason: 'The shelf was empty.', now }
  const { id } = await openChallenge(home.app, challenge)
  expect(await home.award(restock)).toMatchObject({ ready_at: null, matures_at: null })
  await home.confirm(restock, second, later(5))
  const readyAt = new Date(due.getTime() + 5 * 60_000)
  expect(await home.award(restock)).toMatchObject({
    ready_at: readyAt,
    matures_at: new Date(readyAt.getTime() + HOLD),
  })
  const decision = { id, by: second.id, outcome: 'dismissed', note: 'It is there.' } as const
  await resolveChallenge(home.app, { ...decision, now, challengeSeconds: WINDOW })
  expect(await home.award(restock)).toMatchObject({ matures_at: readyAt })
})

test('undecided, it lapses: the award is minted when its time is over', async () => {
  const restock = await seen()
  await open(restock, await watcher())
  const { id } = await street.award(restock)
  const frozen = async (at: Date) => {
    await freezeBatch(street.app, { now: at, limit: 500 })
    const [row] = await street.app<{ frozen: boolean }[]>`
      select award_id is not null as frozen from app.award where id = ${id}`
    return row?.frozen
  }
  expect(await frozen(new Date(held.getTime() - 1))).toBe(false)
  expect(await frozen(held)).toBe(true)
})

describe('decided', () => {
  test('upheld: all of the restock is taken back, and who looked twice is paid', async () => {
    const restock = await seen()
    const by = await watcher()
    const { id } = await open(restock, by)
    const spent = await street.spent()
    expect(await resolve(id, 'upheld')).toMatchObject({ outcome: 'upheld', note: 'I called the shop.' })
    for (const rule of ['restock.report', 'restock.first-confirmation'])
      expect(await street.award(restock, rule)).toMatchObject({
        reversed_at: now,
        why: ['Taken back: I called the shop.'],
      })
    expect(await street.spent()).toBe(spent - karma(11))
    expect(await street.award(id, 'flag.upheld')).toMatchObject({ amount: karma(3), matures_at: due })
  })

  test('dismissed: the awards go on as if nothing had been, once no other challenge is open', async () => {
    const restock = await seen()
    const [one, other] = [await open(restock, await watcher()), await open(restock, await watcher())]
    await resolve(one.id, 'dismissed')
    expect((await street.award(restock)).matures_at).toEqual(held)
    await resolve(other.id, 'dismissed')
    expect((await street.award(restock)).matures_at).toEqual(due)
  })

  test('false: the awards go on, and its author cannot challenge for a while', async () => {
    const [restock, next] = [await seen(), await street.seen(await someone(), neighbour, later(60 * 24 * 30))]
    const by = await watcher()
    await resolve((await open(restock, by)).id, 'false')
    expect((await street.award(restock)).matures_at).toEqual(due)
    await expect(open(await seen(), by)).rejects.toMatchObject({ code: 'challenge.suspended', status: 403 })
    const month = later(60 * 24 * 30)
    expect(await open(next, by, month)).toMatchObject({ outcome: null })
  })

  test('upheld while its author leaves: nothing is paid to who is gone', async () => {
    const by = await watcher()
    const { id } = await open(await seen(), by)
    const waiting = () => street.app`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    const first = await street.app.reserve()
    await first`begin`
    await first`select 1 from app.challenge where id = ${id} for update`
    const leaving = deleteMember(street.app, { ids: [] } as never, by.id)
    await expect.poll(waiting).toHaveLength(1)
    const upheld = resolve(id, 'upheld')
    await expect.poll(waiting).toHaveLength(2)
    await first`commit`
    first.release()
    await Promise.all([leaving, upheld])
    expect(await street.app`select 1 from app.award where member_id = ${by.id}`).toHaveLength(0)
  })

  test('once, and by nobody who has a part in it', async () => {
    const restock = await seen()
    const { id } = await open(restock, await watcher())
    const [mine] = await street.app<{ member_id: string }[]>`
      select member_id from app.award where source_id = ${restock} and rule = 'restock.report'`
    const by = { id, outcome: 'dismissed', note: 'It was me.', now, challengeSeconds: WINDOW } as const
    const biased = resolveChallenge(street.app, { ...by, by: mine?.member_id ?? '' })
    await expect(biased).rejects.toMatchObject({ code: 'challenge.own' })
    const both = await Promise.allSettled([resolve(id, 'upheld'), resolve(id, 'false')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(resolve(id, 'upheld')).rejects.toMatchObject({ code: 'challenge.resolved', status: 409 })
    await expect(resolve(uuidv7(), 'upheld')).rejects.toMatchObject({ code: 'challenge.not-found' })
  })
})

describe('the right to challenge', () => {
  test('asks for a level, which what was bought or received does not give', async () => {
    const rich = await someone()
    await street.indexer`
      insert into chain.account (address, balance, earned)
        values (${Buffer.from(rich.wallet.slice(2), 'hex')}, ${String(karma(9_999))}, ${String(karma(9_999))})`
    const refused = { code: 'challenge.level', status: 403, fix: expect.stringContaining('50 karma') }
    await expect(open(await seen(), rich)).rejects.toMatchObject(refused)
    await expect(open(await seen(), await watcher(karma(60), 6))).rejects.toMatchObject(refused)
    const promised = await watcher()
    await street.indexer`delete from chain.award where to_address = ${toBytea(promised.wallet)}`
    await expect(open(await seen(), promised)).rejects.toMatchObject(refused)
  })

  test('is one at a time for a regular, three for a trusted member; also when they come at once', async () => {
    const regular = await watcher()
    await open(await seen(), regular)
    await expect(open(await seen(), regular)).rejects.toMatchObject({
      code: 'challenge.too-many',
      status: 429,
    })
    const trusted = await watcher(karma(600), 40)
    const restocks = await Promise.all([seen(), seen(), seen(), seen(), seen()])
    const opened = await Promise.allSettled(restocks.map((restock) => open(restock, trusted)))
    expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  })

  test('is of what others did, once, and while it can still be held', async () => {
    const [by, restock] = [await watcher(karma(600), 40), await seen()]
    await open(restock, by)
    await expect(open(restock, by)).rejects.toMatchObject({ code: 'challenge.twice' })
    await expect(open(await street.seen(by, neighbour), by)).rejects.toMatchObject({ code: 'challenge.own' })
    await expect(open(await street.seen(neighbour, by), by)).rejects.toMatchObject({ code: 'challenge.own' })
    await expect(open(uuidv7(), by)).rejects.toMatchObject({ code: 'restock.not-found', status: 404 })
    const closed = { code: 'challenge.closed', status: 409 }
    await expect(open(await street.report(neighbour), by)).rejects.toMatchObject(closed)
    await expect(open(await seen(), by, due)).rejects.toMatchObject(closed)
  })

  test('can be changed by a vote, as can how long it holds', async () => {
    const week = karma(0) + 7n * 86_400n
    await street.setFlag('karma.challenge.hold', week)
    await street.setFlag('karma.trust.regular.days', 0n)
    const restock = await seen()
    await open(restock, await watcher(karma(60), 0))
    expect((await street.award(restock)).matures_at).toEqual(new Date(due.getTime() + Number(week) * 1000))
  })
})
