import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Outcome } from '../../core/checkout/outcome.ts'
import type { Review } from '../../core/checkout/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { makeKeys, type TestKeys } from '../../test/support/keys.ts'
import { addCatalog, addMember } from '../../test/support/members.ts'
import { cancelPurchase } from './cancel.ts'
import { confirmPurchase } from './confirm.ts'
import { createPurchase } from './create.ts'
import { raiseFence, readFence, resolveFence } from './fence.ts'
import { getPurchase } from './get.ts'
import { beginWalk, finishPurchase, recordStep, storeReview } from './progress.ts'
import { knownOrders, loadWork } from './work.ts'

const shipping = {
  name: 'Kim Rivera',
  street: '12 Canal St',
  city: 'Portland',
  state: 'OR',
  zip_code: '97201',
  country: 'US',
}
const review: Review = {
  title: 'Court Low',
  size: '10',
  quantity: 1,
  total_minor: 16_900,
  currency: 'USD',
  lines: [],
}
const note = { step: null, message: 'test' }
const ordered: Outcome = {
  kind: 'ordered',
  number: 'A-1',
  total_minor: 16_900,
  currency: 'USD',
  evidence: 'Order number A-1',
}
const refused: Outcome = { kind: 'not-ordered', reason: 'refused', detail: 'no' }

let database: TestDatabase
let keys: TestKeys
let dropId: string
let members = 0

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

const input = { size: '10', max_total_minor: 20_000, currency: 'USD', mode: 'review' as const }

async function ask(memberId?: string) {
  const member = memberId ?? (await addMember(database.app, `m${++members}`)).id
  const id = await createPurchase(database.app, keys.ring, {
    memberId: member,
    input: { ...input, drop_id: dropId },
    shipping,
    email: 'kim@example.org',
  })
  return { id, memberId: member }
}

async function confirmed(memberId?: string) {
  const purchase = await ask(memberId)
  await beginWalk(database.app, { id: purchase.id, note })
  await storeReview(database.app, { id: purchase.id, note, review })
  await confirmPurchase(database.app, { ...purchase, totalMinor: 16_900 })
  return purchase
}

const refusedWith = (code: string) => expect.objectContaining({ code })

test('of two requests of one member that reach the fence at once, one passes; six members at it', async () => {
  const pairs = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const first = await confirmed()
      return [first.id, (await confirmed(first.memberId)).id]
    }),
  )
  const raised = await Promise.allSettled(pairs.flat().map((id) => raiseFence(database.app, id)))
  for (const [index] of pairs.entries()) {
    const both = raised.slice(2 * index, 2 * index + 2)
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  }
  for (const result of raised)
    if (result.status === 'rejected') expect(result.reason).toEqual(refusedWith('checkout.already-ordered'))
})

test('two workers on one request: one passes the fence', async () => {
  const { id } = await confirmed()
  const raised = await Promise.allSettled([raiseFence(database.app, id), raiseFence(database.app, id)])
  expect(raised.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('an order keeps the fence, an unknown end too; proof of no order takes it down', async () => {
  const end = async (outcome: Outcome) => {
    const purchase = await confirmed()
    await raiseFence(database.app, purchase.id)
    await resolveFence(database.app, { id: purchase.id, outcome, note })
    return purchase
  }
  const done = await end(ordered)
  expect((await readFence(database.app, done.id))?.state).toBe('ordered')
  await expect(ask(done.memberId)).rejects.toEqual(refusedWith('checkout.already-ordered'))
  const unknown = await end({ kind: 'unknown-needs-member', detail: '?' })
  await expect(ask(unknown.memberId)).rejects.toEqual(refusedWith('checkout.already-ordered'))
  const free = await end(refused)
  expect(await readFence(database.app, free.id)).toBeUndefined()
  await raiseFence(database.app, (await confirmed(free.memberId)).id)
})

test('behind the fence nobody cancels, finishes or resolves twice', async () => {
  const purchase = await confirmed()
  await raiseFence(database.app, purchase.id)
  await expect(cancelPurchase(database.app, purchase)).rejects.toEqual(refusedWith('checkout.state'))
  const finish = finishPurchase(database.app, { id: purchase.id, note, outcome: refused })
  await expect(finish).rejects.toEqual(refusedWith('checkout.state'))
  await resolveFence(database.app, { id: purchase.id, outcome: ordered, note })
  const again = resolveFence(database.app, { id: purchase.id, outcome: refused, note })
  await expect(again).rejects.toEqual(refusedWith('checkout.state'))
  expect((await readFence(database.app, purchase.id))?.state).toBe('ordered')
})

test('the fence is not reached without a confirmation, and a yes to another total is no yes', async () => {
  const purchase = await ask()
  await expect(raiseFence(database.app, purchase.id)).rejects.toEqual(refusedWith('checkout.state'))
  expect(await readFence(database.app, purchase.id)).toBeUndefined()
  await beginWalk(database.app, { id: purchase.id, note })
  await storeReview(database.app, { id: purchase.id, note, review })
  const low = confirmPurchase(database.app, { ...purchase, totalMinor: 16_800 })
  await expect(low).rejects.toEqual(refusedWith('checkout.price-changed'))
  const high = confirmPurchase(database.app, { ...purchase, totalMinor: 17_000 })
  await expect(high).rejects.toEqual(refusedWith('checkout.price-changed'))
  const stranger = confirmPurchase(database.app, { id: purchase.id, memberId: uuidv7(), totalMinor: 16_900 })
  await expect(stranger).rejects.toEqual(refusedWith('checkout.not-found'))
})

test('a worker is told what the member said yes to, and a second walk renews what the shop asks', async () => {
  const purchase = await confirmed()
  await storeReview(database.app, { id: purchase.id, note, review: { ...review, total_minor: 16_500 } })
  expect(await loadWork(database.app, purchase.id)).toMatchObject({
    state: 'confirmed',
    confirmedTotalMinor: 16_900,
    review: { total_minor: 16_500 },
  })
})

test('of a yes and a cancel at the same moment, one counts', async () => {
  for (let round = 0; round < 10; round++) {
    const purchase = await ask()
    await beginWalk(database.app, { id: purchase.id, note })
    await storeReview(database.app, { id: purchase.id, note, review })
    const both = [
      confirmPurchase(database.app, { ...purchase, totalMinor: 16_900 }).then(() =>
        raiseFence(database.app, purchase.id),
      ),
      cancelPurchase(database.app, purchase),
    ]
    const done = await Promise.allSettled(both)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  }
})

test('while a fence is up, a dry run is still possible', async () => {
  const purchase = await confirmed()
  await raiseFence(database.app, purchase.id)
  const dry = { ...input, drop_id: dropId, mode: 'dry-run' as const }
  const { memberId } = purchase
  expect(
    await createPurchase(database.app, keys.ring, { memberId, shipping, email: 'k@example.org', input: dry }),
  ).toBeTypeOf('string')
})

test('a cancelled request takes no more steps', async () => {
  const purchase = await ask()
  await cancelPurchase(database.app, purchase)
  await expect(recordStep(database.app, { id: purchase.id, note })).rejects.toEqual(
    refusedWith('checkout.state'),
  )
  expect((await getPurchase(database.app, purchase))?.outcome).toMatchObject({ reason: 'cancelled' })
  expect(await getPurchase(database.app, { ...purchase, memberId: uuidv7() })).toBeUndefined()
})

test('each change is told to listeners, in its own transaction', async () => {
  const heard: string[] = []
  const { unlisten } = await database.app.listen('app', (text) => void heard.push(text))
  const purchase = await confirmed()
  for (let tries = 0; heard.length < 4 && tries < 100; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  await unlisten()
  const event = { kind: 'purchase', request_id: purchase.id, member_id: purchase.memberId }
  expect(heard.map((text) => JSON.parse(text))).toEqual(Array.from({ length: 4 }, () => event))
})

test('an order number that another request of this mail ended with is known, whoever asked', async () => {
  const mine = await confirmed()
  await raiseFence(database.app, mine.id)
  await resolveFence(database.app, { id: mine.id, outcome: ordered, note })
  const housemate = await confirmed()
  const known = await knownOrders(database.app, housemate.id)
  expect(known).toContain('A-1')
})

test('a size that the drop does not have, or no such drop', async () => {
  const { id: memberId } = await addMember(database.app, `m${++members}`)
  const odd = {
    memberId,
    shipping,
    email: 'kim@example.org',
    input: { ...input, drop_id: dropId, size: '15' },
  }
  await expect(createPurchase(database.app, keys.ring, odd)).rejects.toEqual(
    refusedWith('checkout.size-unknown'),
  )
  const lost = { memberId, shipping, email: 'kim@example.org', input: { ...input, drop_id: uuidv7() } }
  await expect(createPurchase(database.app, keys.ring, lost)).rejects.toEqual(refusedWith('drop.not-found'))
})

test('two open requests are the most, also of eight sent at once; an ended one makes room', async () => {
  const { id: memberId } = await addMember(database.app, `m${++members}`)
  const sent = await Promise.allSettled(Array.from({ length: 8 }, () => ask(memberId)))
  const taken = sent.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  expect(taken).toHaveLength(2)
  await expect(ask(memberId)).rejects.toEqual(refusedWith('checkout.too-many-open'))
  await cancelPurchase(database.app, { id: taken[0]?.id ?? '', memberId })
  await expect(ask(memberId)).resolves.toMatchObject({ memberId })
})
