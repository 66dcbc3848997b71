import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { karma } from '../../core/karma/amount.ts'
import { addStoreAt, placeAt, type Spot } from '../../test/support/board.ts'
import { later, now, openStreet, type Street, WINDOW } from '../../test/support/karma.ts'
import { type TestMember, warmPool } from '../../test/support/members.ts'
import { freezeBatch } from '../awards/freeze.ts'
import { reverseAward } from '../awards/reverse.ts'
import { deleteMember } from '../members/delete.ts'
import { linkWallet } from '../members/wallets.ts'
import { confirmRestock } from '../restocks/confirm.ts'
import { reportRestock } from '../restocks/report.ts'
import { readPool } from './pool.ts'

const DAY = 24 * 60
/** The pair and the store of a drop that opens in two days. */
type Drop = { sneakerId: string; storeId: string; dropId: string }

let street: Street
let ana: TestMember
let ben: TestMember
let named = 0
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())
beforeEach(async () => {
  await street.app`delete from app.restock`
  await street.app`delete from app.award`
  await street.app`delete from app.city_pool`
  ana = await someone()
  ben = await someone()
})

const someone = () => street.member(`s${++named}`)

async function addDrop(spot: Spot, opensAt = later(2 * DAY)): Promise<Drop> {
  const { sneakerId, storeId } = await addStoreAt(street.app, spot)
  const dropId = uuidv7()
  await street.app`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${dropId}, ${`d-${dropId}`}, 'Drop', ${sneakerId}, ${storeId}, 'https://shop.example/p', 15000, 'USD',
      ${['10']}, ${opensAt})`
  return { sneakerId, storeId, dropId }
}

type Seeing = { by?: TestMember; confirmer?: TestMember; at?: Date; size?: string }
const report = (
  { sneakerId, storeId }: Omit<Drop, 'dropId'>,
  { by = ana, at = now, size = '10' }: Seeing = {},
) =>
  reportRestock(street.app, {
    memberId: by.id,
    report: { sneaker_id: sneakerId, store_id: storeId, size },
    now: at,
    challengeSeconds: 0,
  })
const confirm = (restockId: string, { confirmer = ben, at = now }: Seeing = {}) =>
  confirmRestock(street.app, { restockId, memberId: confirmer.id, now: at, challengeSeconds: WINDOW })
/** Reported and confirmed. */
async function seen(what: Omit<Drop, 'dropId'>, how: Seeing = {}): Promise<string> {
  const id = await report(what, how)
  await confirm(id, how)
  return id
}
/** Seen by two who have nothing to do with each other or with anybody here. */
const strangers = async (what: Omit<Drop, 'dropId'>, at = now) =>
  seen(what, { by: await someone(), confirmer: await someone(), at })
const scouts = () => street.app<{ member_id: string; amount: bigint; capped_by: string | null }[]>`
  select member_id, amount, capped_by from app.award where rule = 'restock.scout' order by created_at, id`
const amounts = async () => (await scouts()).map(({ amount }) => Number(amount / 10n ** 16n) / 100)

describe('the scout bonus', () => {
  test('is for the reporter of the first confirmed intel of a drop in an area, three times where nobody reports', async () => {
    const drop = await addDrop('wythe')
    const id = await seen(drop)
    expect(await scouts()).toEqual([{ member_id: ana.id, amount: karma(15), capped_by: null }])
    expect(await street.award(id, 'restock.scout')).toMatchObject({
      matures_at: (await street.award(id)).matures_at,
      why: ['This place pays 300 %.'],
    })
  })

  test('goes to whose report is confirmed first, not to who reported first', async () => {
    const drop = await addDrop('wythe')
    const cleo = await someone()
    const early = await report(drop)
    await seen(drop, { by: cleo, size: '11' })
    await confirm(early, { at: later(5) })
    expect((await scouts()).map(({ member_id }) => member_id)).toEqual([cleo.id])
  })

  test('is paid once for an area, whatever the size, the store, the day or the confirmer', async () => {
    const drop = await addDrop('wythe')
    const { storeId: nextDoor } = await addStoreAt(street.app, 'wythe')
    await seen(drop)
    await seen(drop, { size: '11' })
    await seen({ ...drop, storeId: nextDoor }, { by: await someone(), confirmer: await someone() })
    await seen(drop, { at: later(DAY), by: await someone() })
    expect(await amounts()).toEqual([15])
  })

  test('is for drops that have not opened: any other restock earns what it earns', async () => {
    await seen(await addDrop('wythe', later(-1)))
    await seen(await addStoreAt(street.app, 'court'))
    const opening = await addDrop('haight', later(10))
    const late = await report(opening, { at: later(11) })
    await confirm(late, { at: later(12) })
    expect(await amounts()).toEqual([])
    await seen(opening, { size: '7', at: later(9) })
    expect(await amounts()).toEqual([15])
  })

  test('needs the confirmation: a report alone earns none', async () => {
    await report(await addDrop('wythe'))
    expect(await amounts()).toEqual([])
  })

  test('comes to one of two who are confirmed at the same moment', async () => {
    await warmPool(street.app)
    const drop = await addDrop('wythe')
    const cleo = await someone()
    const ids = [await report(drop), await report(drop, { by: cleo, size: '11' })]
    await Promise.all(ids.map((id) => confirm(id)))
    expect(await amounts()).toEqual([15])
  })
})

describe('sparse areas', () => {
  test('pay less the more was confirmed around them in the four epochs before, and this epoch changes nothing', async () => {
    for (let n = 0; n < 8; n++) await strangers(await addStoreAt(street.app, 'wythe'), later(-(7 + n) * DAY))
    const old = later(-40 * DAY)
    for (let n = 0; n < 3; n++) await strangers(await addStoreAt(street.app, 'wythe'), old)
    for (let n = 0; n < 3; n++) await strangers(await addStoreAt(street.app, 'wythe'))
    await strangers(await addDrop('wythe'))
    expect(await amounts()).toEqual([10])
  })

  test('are as watched as what touches them: a store over the border is no way around it', async () => {
    const [wythe, court] = [placeAt('wythe').area, placeAt('court').area]
    expect(court).not.toBe(wythe)
    for (let n = 0; n < 8; n++) await strangers(await addStoreAt(street.app, 'wythe'), later(-(7 + n) * DAY))
    await strangers(await addDrop('court'))
    await strangers(await addDrop('haight'), later(1))
    expect(await amounts()).toEqual([10, 15])
  })

  test('do not become busy by reports that were taken back', async () => {
    for (let n = 0; n < 8; n++) {
      const id = await strangers(await addStoreAt(street.app, 'wythe'), later(-(7 + n) * DAY))
      const { id: awardId } = await street.award(id)
      await reverseAward(street.app, { awardId, by: ben.id, reason: 'Made up', now })
    }
    await strangers(await addDrop('wythe'))
    expect(await amounts()).toEqual([15])
  })
})

describe("a city's pool", () => {
  const pool = () => readPool(street.app, { city: placeAt('wythe').city, now })

  test('pays whole finds until it is used up, and is published as it is spent', async () => {
    await street.setFlag('karma.places.city-pool', karma(40))
    expect(await pool()).toMatchObject({ budget: String(karma(40)), left: String(karma(40)) })
    for (let n = 0; n < 4; n++) await seen(await addDrop('wythe'), { by: await someone() })
    expect(await amounts()).toEqual([15, 15])
    expect(await pool()).toMatchObject({ budget: String(karma(40)), left: String(karma(10)) })
    await seen(await addDrop('haight'), { by: await someone() })
    expect(await amounts()).toEqual([15, 15, 15])
    await seen(await addDrop('wythe', later(20 * DAY)), { by: await someone(), at: later(7 * DAY) })
    expect(await amounts()).toHaveLength(4)
    await street.setFlag('karma.places.city-pool', karma(500))
  })

  test('keeps the budget it began with: a vote is for the epochs after', async () => {
    await seen(await addDrop('wythe'))
    await street.setFlag('karma.places.city-pool', 0n)
    expect(await pool()).toMatchObject({ budget: String(karma(500)), left: String(karma(485)) })
    await street.setFlag('karma.places.city-pool', karma(500))
  })

  test('gives one member no more than a share, however many drops they find', async () => {
    await street.setFlag('karma.places.member-share', karma(25))
    for (let n = 0; n < 3; n++) await seen(await addDrop('wythe'))
    expect(await amounts()).toEqual([15])
    await seen(await addDrop('wythe'), { by: await someone() })
    expect(await amounts()).toEqual([15, 15])
    await street.setFlag('karma.places.member-share', karma(50))
  })

  test('is never overspent by finds at the same moment', async () => {
    await street.setFlag('karma.places.city-pool', karma(40))
    await warmPool(street.app)
    const ids: string[] = []
    for (let n = 0; n < 6; n++) ids.push(await report(await addDrop('wythe'), { by: await someone() }))
    const confirmers = await Promise.all(ids.map(() => someone()))
    await Promise.all(ids.map((id, n) => confirm(id, { confirmer: confirmers[n] ?? ben })))
    expect(await amounts()).toEqual([15, 15])
    await street.setFlag('karma.places.city-pool', karma(500))
  })

  test('holds of a find the most that it can become: what a day counted again adds was kept for it', async () => {
    const [first] = [
      await seen(await addDrop('haight')),
      await seen(await addDrop('haight'), { confirmer: await someone() }),
    ]
    await seen(await addDrop('wythe'), { confirmer: await someone(), at: later(3) })
    expect(await amounts()).toEqual([15, 15, 12])
    expect(await pool()).toMatchObject({ left: String(karma(485)) })
    const { id: awardId } = await street.award(first, 'restock.scout')
    await reverseAward(street.app, { awardId, by: ben.id, reason: 'Made up', now: later(4) })
    expect((await amounts()).sort()).toEqual([15, 15, 15])
    expect(await pool()).toMatchObject({ left: String(karma(485)) })
  })

  test('has back what was taken back, and the drop can be found again', async () => {
    const drop = await addDrop('wythe')
    const lie = await seen(drop)
    const { id: awardId } = await street.award(lie, 'restock.scout')
    await reverseAward(street.app, { awardId, by: ben.id, reason: 'Nothing was there', now })
    expect(await pool()).toMatchObject({ left: String(karma(500)) })
    const honest = await someone()
    await seen(drop, { by: honest, size: '12' })
    await seen(drop, { by: await someone(), size: '13' })
    const paid = await street.app`
      select member_id from app.award where rule = 'restock.scout' and reversed_at is null`
    expect(paid).toEqual([{ member_id: honest.id }])
  })
})

test('a report that is taken back takes its find along: the drop is paid once, and the pool is not overspent', async () => {
  const drop = await addDrop('wythe')
  const lie = await seen(drop)
  const { id: awardId } = await street.award(lie)
  await reverseAward(street.app, { awardId, by: ben.id, reason: 'Nothing was there', now })
  expect((await street.award(lie, 'restock.scout')).reversed_at).toEqual(now)
  await seen(drop, { by: await someone(), size: '12' })
  const paid = await street.app`select 1 from app.award where rule = 'restock.scout' and reversed_at is null`
  expect(paid).toHaveLength(1)
})

test('a find that was frozen when its report was taken back stays the find of its drop', async () => {
  const drop = await addDrop('wythe')
  await linkWallet(street.app, ana.id, `0x${'5d'.repeat(20)}`)
  const lie = await seen(drop)
  await street.app`
    update app.award set matures_at = matures_at + interval '1 day' where source_id = ${lie} and rule = 'restock.report'`
  await freezeBatch(street.app, { now: later(WINDOW / 60), limit: 500 })
  const { id: awardId } = await street.award(lie)
  await reverseAward(street.app, { awardId, by: ben.id, reason: 'Nothing was there', now })
  await seen(drop, { by: await someone(), size: '12' })
  expect(await amounts()).toEqual([15])
  await street.app`delete from app.award_batch`
})

test('what a member was minted who left since is still given: leaving does not fill the pool again', async () => {
  const drop = await addDrop('wythe')
  await linkWallet(street.app, ana.id, `0x${'5c'.repeat(20)}`)
  await seen(drop)
  await freezeBatch(street.app, { now: later(WINDOW), limit: 500 })
  const pool = () => readPool(street.app, { city: placeAt('wythe').city, now })
  await deleteMember(street.app, { ids: [] } as never, ana.id)
  expect(await pool()).toMatchObject({ left: String(karma(485)) })
  await street.app`delete from app.award_batch`
})

test('what a member forfeits who leaves before the mint goes back to the pool', async () => {
  await seen(await addDrop('wythe'))
  await deleteMember(street.app, { ids: [] } as never, ana.id)
  expect(await readPool(street.app, { city: placeAt('wythe').city, now })).toMatchObject({
    left: String(karma(500)),
  })
})

test('a report that was taken back before anyone confirmed it finds nothing, and its confirmation earns nothing', async () => {
  const drop = await addDrop('wythe')
  const lie = await report(drop)
  const { id: awardId } = await street.award(lie)
  await reverseAward(street.app, { awardId, by: ben.id, reason: 'Made up', now })
  await confirm(lie)
  expect(
    await street.app`select rule from app.award where source_id = ${lie} and reversed_at is null`,
  ).toEqual([])
  await seen(drop, { by: await someone(), size: '12' })
  expect(await amounts()).toEqual([15])
})

test('members leave while their reports are confirmed, and neither waits for the other for ever', async () => {
  const ring = { ids: [] } as never
  await warmPool(street.app)
  for (let round = 0; round < 12; round++) {
    const [by, confirmer] = [await someone(), await someone()]
    const id = await report(await addDrop('haight'), { by })
    const ends = await Promise.allSettled([deleteMember(street.app, ring, by.id), confirm(id, { confirmer })])
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect((await scouts()).filter(({ member_id }) => member_id === by.id)).toEqual([])
  }
})

test('who left is paid nothing for what others confirm later, or at that very moment', async () => {
  const ring = { ids: [] } as never
  const drop = await addDrop('wythe')
  const early = await report(drop)
  const [left] = await Promise.allSettled([deleteMember(street.app, ring, ana.id), confirm(early)])
  expect(left.status).toBe('fulfilled')
  await seen(drop, { by: await someone(), size: '9' })
  expect((await scouts()).filter(({ member_id }) => member_id === ana.id)).toEqual([])
})
