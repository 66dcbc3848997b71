import { expect, test } from 'vitest'
import { addCheckoutPair } from '../../adapters/keys/files.ts'
import { uuidv7 } from '../../core/id.ts'
import { sealCard, sealCode } from '../../core/payment/seal.ts'
import { cancelPurchase } from '../../db/purchases/cancel.ts'
import { createPurchase } from '../../db/purchases/create.ts'
import { sweepCodes } from '../../db/vault/code.ts'
import { countByCheckoutKey, readPayment, writePayment } from '../../db/vault/payment.ts'
import { testCard } from '../../test/support/card.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { keysForTest } from '../../test/support/keys.ts'
import { addCatalog, addMember } from '../../test/support/members.ts'
import { paymentOf } from './payment.ts'
import { resealCards } from './tidy.ts'

const shipping = { name: 'K', street: 's', city: 'c', state: 'OR', zip_code: '1', country: 'US' }
const logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

async function world() {
  const { app: sql } = await databaseForTest()
  const keys = await keysForTest()
  const { sneakerId, storeId } = await addCatalog(sql)
  const drop = uuidv7()
  await sql`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${drop}, 'd', 'Drop', ${sneakerId}, ${storeId}, 'https://shop.example/p', 15000, 'USD', ${['10']}, now())`
  const { id: memberId } = await addMember(sql, 'kim')
  const key = keys.checkout.current()
  const keep = async () =>
    writePayment(sql, memberId, { ...(await sealCard(key, memberId, testCard)), label: 'Blue' })
  const buy = async () => {
    const id = uuidv7()
    const sealed_code = await sealCode(key, { memberId, requestId: id }, '987')
    const terms = { id, drop_id: drop, size: '10', max_total_minor: 1, currency: 'USD', sealed_code }
    const input = { ...terms, mode: 'review' as const }
    await createPurchase(sql, keys.ring, { memberId, input, shipping, email: 'k@example.org' })
    return id
  }
  const codes = async () => (await sql`select 1 from app.purchase_secret`).length
  const opened: string[] = []
  const opening = {
    ...keys.checkout,
    find: (keyId: string) => {
      opened.push(keyId)
      return keys.checkout.find(keyId)
    },
  }
  return { sql, keys, memberId, keep, buy, codes, opening, opened }
}

test('a walk opens card and code when it asks, and not before', async () => {
  const { sql, memberId, keep, buy, opening, opened } = await world()
  const id = await buy()
  const payment = paymentOf({ sql, opening }, { id, memberId })
  expect(await payment()).toBeNull()
  await keep()
  expect(opened).toEqual([])
  expect(await payment()).toEqual({ card: testCard, code: '987' })
  expect(opened).toHaveLength(2)
})

test('the code is gone with the transaction that ends its request; the card stays for the next one', async () => {
  const { sql, memberId, keep, buy, codes, opening } = await world()
  await keep()
  const id = await buy()
  expect(await codes()).toBe(1)
  await cancelPurchase(sql, { id, memberId })
  expect(await codes()).toBe(0)
  expect(await paymentOf({ sql, opening }, { id, memberId })()).toEqual({ card: testCard, code: null })
})

test('a code that outlived its request, or a day, is swept; one whose request waits stays', async () => {
  const { sql, buy, codes } = await world()
  const [ended, old] = [await buy(), await buy()]
  await sql`update app.purchase_request set state = 'not-ordered' where id = ${ended}`
  expect(await sweepCodes(sql)).toBe(1)
  expect(await codes()).toBe(1)
  await sql`update app.purchase_secret set created_at = now() - interval '25 hours' where request_id = ${old}`
  expect(await sweepCodes(sql)).toBe(1)
})

test('codes are in no write-ahead log, so in no backup made of it', async () => {
  const { sql } = await world()
  const [table] = await sql`select relpersistence from pg_class where oid = 'app.purchase_secret'::regclass`
  expect(table).toEqual({ relpersistence: 'u' })
})

test('after a new pair is made, cards are sealed to it and nothing hangs on the older one', async () => {
  const { sql, keys, memberId, keep, opening } = await world()
  await keep()
  const before = await readPayment(sql, memberId)
  const newest = await addCheckoutPair(keys.files)
  await resealCards({ sql, opening, logger, vault: keys.ring })
  expect(await countByCheckoutKey(sql)).toEqual(new Map([[newest, 1]]))
  expect(await readPayment(sql, memberId)).toEqual({ ...before, key_id: newest })
  expect(await paymentOf({ sql, opening }, { id: uuidv7(), memberId })()).toMatchObject({ card: testCard })
})

test('two requests cannot have one id', async () => {
  const { sql, keys, memberId } = await world()
  const [{ id: drop_id } = { id: '' }] = await sql<{ id: string }[]>`select id from app.drop`
  const input = {
    id: uuidv7(),
    drop_id,
    size: '10',
    max_total_minor: 1,
    currency: 'USD',
    mode: 'review' as const,
  }
  const ask = () => createPurchase(sql, keys.ring, { memberId, input, shipping, email: 'k@example.org' })
  expect(await ask()).toBe(input.id)
  await expect(ask()).rejects.toMatchObject({ code: 'checkout.id' })
})
