import { afterAll, beforeAll, expect, test } from 'vitest'
import { LENT_BEHIND_SECONDS } from '../../core/checkout/lent.ts'
import type { Outcome } from '../../core/checkout/outcome.ts'
import type { PurchaseMode, Review } from '../../core/checkout/shape.ts'
import { SHOP_WINDOW_SECONDS } from '../../core/checkout/word.ts'
import { uuidv7 } from '../../core/id.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { makeKeys, type TestKeys } from '../../test/support/keys.ts'
import { addCatalog, addMember } from '../../test/support/members.ts'
import { agreeAsAsked } from '../purchases/agree.ts'
import { cancelPurchase } from '../purchases/cancel.ts'
import { confirmPurchase } from '../purchases/confirm.ts'
import { createPurchase } from '../purchases/create.ts'
import { raiseFence, readFence, resolveFence } from '../purchases/fence.ts'
import { getPurchase } from '../purchases/get.ts'
import { beginWalk, storeReview } from '../purchases/progress.ts'
import { sayWord } from '../purchases/word.ts'
import { knownOrders, loadWork } from '../purchases/work.ts'
import { giveBack } from './give-back.ts'
import { noteHelp } from './help.ts'
import { lendPage } from './lend.ts'
import { readLent } from './lent.ts'
import { lineOf } from './line.ts'
import { takeBack } from './take-back.ts'

const shipping = { name: 'K', street: 's', city: 'c', state: 'OR', zip_code: '1', country: 'US' }
const review: Review = { title: 'T', size: '10', quantity: 1, total_minor: 100, currency: 'USD', lines: [] }
const note = { step: null, message: 'test' }
const line = { address: '127.0.0.1:1', key: new Uint8Array(32).fill(7) }
const inAMinute = () => new Date(Date.now() + 60_000)

let database: TestDatabase
let keys: TestKeys
let dropId: string
let count = 0
beforeAll(async () => {
  database = await createDatabase()
  keys = await makeKeys()
  const { sneakerId, storeId } = await addCatalog(database.app)
  dropId = uuidv7()
  await database.app`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${dropId}, 'd', 'Drop', ${sneakerId}, ${storeId}, 'https://shop.example/p', 15000, 'USD', ${['10']}, now())`
})
afterAll(async () => {
  keys.remove()
  await database.close()
})

async function walking(mode: PurchaseMode = 'review', known?: string) {
  const memberId = known ?? (await addMember(database.app, `m${++count}`)).id
  const input = { drop_id: dropId, size: '10', max_total_minor: 1000, currency: 'USD', mode }
  const which = { memberId, input, shipping, email: `${memberId}@example.org` }
  const id = await createPurchase(database.app, keys.ring, which)
  await beginWalk(database.app, { id, note })
  return { id, memberId }
}

const lend = (id: string, until = inAMinute()) =>
  lendPage(database.app, {
    id,
    line,
    page: { reason: 'challenge', detail: 'A person is asked for.', until },
    note,
  })

test('a lent page is its member’s alone, until it is given back, once', async () => {
  const { app } = database
  const which = await walking()
  await lend(which.id)
  expect(await getPurchase(app, which)).toMatchObject({ state: 'with-member', live: { reason: 'challenge' } })
  expect(await lineOf(app, which)).toMatchObject({ address: line.address, key: Buffer.from(line.key) })
  const stranger = { id: which.id, memberId: uuidv7() }
  expect(await lineOf(app, stranger)).toBeUndefined()
  await expect(giveBack(app, { ...stranger, how: 'go-on' })).rejects.toMatchObject({
    code: 'checkout.not-found',
  })
  expect(await readLent(app, which.id)).toEqual({ how: null, isOver: false })
  await giveBack(app, { ...which, how: 'go-on' })
  expect(await readLent(app, which.id)).toMatchObject({ how: 'go-on' })
  expect(await lineOf(app, which)).toBeUndefined()
  await expect(giveBack(app, { ...which, how: 'ordered' })).rejects.toMatchObject({ code: 'checkout.state' })
  await takeBack(app, { id: which.id, note })
  expect(await getPurchase(app, which)).toMatchObject({ state: 'walking', live: null })
})

test('a page whose time is over, whose request ended or whose worker died is nobody’s', async () => {
  const { app } = database
  const over = await walking()
  await lend(over.id, new Date(Date.now() - 1000))
  expect(await lineOf(app, over)).toBeUndefined()
  expect(await readLent(app, over.id)).toEqual({ how: null, isOver: true })
  await expect(giveBack(app, { ...over, how: 'go-on' })).rejects.toMatchObject({ code: 'checkout.state' })
  const ended = await walking()
  await lend(ended.id)
  await cancelPurchase(app, ended)
  expect(await readLent(app, ended.id)).toBeUndefined()
  await expect(lend(ended.id)).rejects.toMatchObject({ code: 'checkout.state' })
  const lost = await walking()
  await lend(lost.id)
  await beginWalk(app, { id: lost.id, note })
  expect(await getPurchase(app, lost)).toMatchObject({ state: 'walking', live: null })
})

test('a press that could buy leaves the page to its member for three minutes more, and never for longer than before', async () => {
  const { app } = database
  const [long, short] = [await walking(), await walking()]
  await lend(long.id, new Date(Date.now() + 600_000))
  await lend(short.id, new Date(Date.now() + 60_000))
  for (const { id } of [long, short]) await raiseFence(app, id, { byHand: true })
  const rows = await app<{ left: number }[]>`
    select extract(epoch from until - now())::float8 as left from app.live_page
    where request_id in ${app([long.id, short.id])} order by until`
  const [less = 0, more = 0] = rows.map(({ left }) => left)
  expect(less).toBeLessThanOrEqual(60)
  expect(more).toBeLessThanOrEqual(LENT_BEHIND_SECONDS)
  expect(more).toBeGreaterThan(LENT_BEHIND_SECONDS - 60)
})

test('a yes that was given before the member had the page counts no more after it', async () => {
  const { app } = database
  const which = await walking()
  await storeReview(app, { id: which.id, note, review })
  await confirmPurchase(app, { ...which, totalMinor: 100 })
  await lend(which.id)
  await takeBack(app, { id: which.id, note })
  expect(await loadWork(app, which.id)).toMatchObject({ state: 'walking', confirmedTotalMinor: null })
})

test('auto says yes by itself, and never once the member had a hand in the page; review never does', async () => {
  const { app } = database
  const reviewed = async (mode: PurchaseMode, helped = false) => {
    const { id } = await walking(mode)
    if (helped) await noteHelp(app, id)
    await storeReview(app, { id, note, review })
    await agreeAsAsked(app, { id, totalMinor: 100 })
    return (await loadWork(app, id))?.state
  }
  expect(await reviewed('auto')).toBe('confirmed')
  expect(await reviewed('auto', true)).toBe('review')
  expect(await reviewed('review')).toBe('review')
})

const unknown: Outcome = { kind: 'unknown-needs-member', detail: 'Nobody knows.' }

test('the member’s word is kept beside the outcome; "nothing came" lowers the fence, when the shop has had its time', async () => {
  const { app } = database
  const which = await walking()
  const say = (word: { came: boolean; number?: string }, now = new Date()) =>
    sayWord(app, { ...which, word, now })
  await storeReview(app, { id: which.id, note, review })
  await confirmPurchase(app, { ...which, totalMinor: 100 })
  await raiseFence(app, which.id)
  await expect(say({ came: true })).rejects.toMatchObject({ code: 'checkout.state' })
  await resolveFence(app, { id: which.id, outcome: unknown, note })
  await expect(say({ came: false })).rejects.toMatchObject({ code: 'checkout.too-soon' })
  await say({ came: true, number: 'Z-1' })
  expect(await getPurchase(app, which)).toMatchObject({
    state: 'unknown',
    word: { came: true, number: 'Z-1' },
  })
  await expect(walking('review', which.memberId)).rejects.toMatchObject({ code: 'checkout.already-ordered' })
  await say({ came: false }, new Date(Date.now() + SHOP_WINDOW_SECONDS * 1000 + 1000))
  expect(await readFence(app, which.id)).toBeUndefined()
  const again = await walking('review', which.memberId)
  expect(again.id).not.toBe(which.id)
  await expect(say({ came: true })).rejects.toMatchObject({ code: 'checkout.state' })
})

test('a number that the member told is no proof of another order', async () => {
  const { app } = database
  const which = await walking()
  await storeReview(app, { id: which.id, note, review })
  await confirmPurchase(app, { ...which, totalMinor: 100 })
  await raiseFence(app, which.id, { byHand: true })
  expect(await readFence(app, which.id)).toMatchObject({ byHand: true })
  await resolveFence(app, { id: which.id, outcome: unknown, note })
  await sayWord(app, { ...which, word: { came: true, number: 'Z-2' }, now: new Date() })
  const dry = await walking('dry-run', which.memberId)
  expect(await knownOrders(app, dry.id)).toEqual(['Z-2'])
})
