import { expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { keysForTest } from '../../test/support/keys.ts'
import { addCatalog, addMember, warmPool } from '../../test/support/members.ts'
import { readMember } from '../members/read.ts'
import { updateMember } from '../members/update.ts'
import { createPurchase } from '../purchases/create.ts'
import { inTransaction } from '../transaction.ts'
import { requireVaultKeys } from './check.ts'
import { encryptPlain } from './plain.ts'
import { readShipping } from './shipping.ts'
import { shred } from './shred.ts'

const address = {
  name: 'Kim Rivera',
  street: '12 Canal St',
  city: 'Portland',
  state: 'OR',
  zip_code: '97201',
  country: 'US',
}

async function world() {
  const { app } = await databaseForTest()
  const { ring } = await keysForTest()
  const { sneakerId, storeId } = await addCatalog(app)
  const dropId = uuidv7()
  await app`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${dropId}, 'd', 'Drop', ${sneakerId}, ${storeId}, 'https://shop.example/p', 15000, 'USD', ${['10']}, now())`
  const { id: memberId } = await addMember(app, 'kim')
  const input = { drop_id: dropId, size: '10', max_total_minor: 1, currency: 'USD', mode: 'review' as const }
  const buy = () => createPurchase(app, ring, { memberId, input, shipping: address, email: 'k@example.org' })
  /** All rows of schema app as text: what a dump would hold. */
  const dump = async () => {
    const tables = await app<{ name: string }[]>`
      select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname = 'app'`
    const texts = []
    for (const { name } of tables) texts.push(await app`select t::text from ${app.unsafe(name)} t`)
    return JSON.stringify(texts)
  }
  return { app, ring, memberId, dropId, buy, dump }
}

test('an address and where a request ships to are in no column as they are, and read back as they were', async () => {
  const { app, ring, memberId, buy, dump } = await world()
  await updateMember(app, ring, { id: memberId, shipping_address: address })
  const requestId = await buy()
  expect((await readMember(app, ring, memberId))?.shipping_address).toEqual(address)
  expect(await readShipping(app, ring, requestId)).toEqual(address)
  for (const word of ['Rivera', 'Canal', '97201']) expect(await dump()).not.toContain(word)
  await updateMember(app, ring, { id: memberId, shipping_address: null })
  expect((await readMember(app, ring, memberId))?.shipping_address).toBeNull()
})

test('rows of before the vault are read as they are, and encrypted while we run', async () => {
  const { app, ring, memberId, buy, dump } = await world()
  const requestId = await buy()
  await app`update app.member set shipping_address = ${app.json(address)}`
  await app`
    update app.purchase_request set shipping = ${app.json({ ...address, city: 'Salem' })}, shipping_encrypted = null`
  expect((await readMember(app, ring, memberId))?.shipping_address).toEqual(address)
  expect(await readShipping(app, ring, requestId)).toMatchObject({ city: 'Salem' })
  expect(await encryptPlain(app, ring)).toBe(1)
  expect(await encryptPlain(app, ring)).toBe(0)
  expect(await dump()).not.toContain('Canal')
  expect((await readMember(app, ring, memberId))?.shipping_address).toEqual(address)
  expect(await readShipping(app, ring, requestId)).toMatchObject({ city: 'Salem' })
})

test('a member who was shredded leaves nothing that any key opens, also in rows that come back from elsewhere', async () => {
  const { app, ring, memberId, buy } = await world()
  await updateMember(app, ring, { id: memberId, shipping_address: address })
  const requestId = await buy()
  const [kept] = await app<{ address_encrypted: Uint8Array }[]>`select address_encrypted from app.member`
  await inTransaction(app, (tx) => shred(tx, memberId))
  await expect(readShipping(app, ring, requestId)).rejects.toMatchObject({ code: 'vault.shredded' })
  await app`update app.member set address_encrypted = ${kept?.address_encrypted ?? null}`
  await expect(readMember(app, ring, memberId)).rejects.toMatchObject({ code: 'vault.shredded' })
  // And no new key is ever made for them.
  const again = updateMember(app, ring, { id: memberId, shipping_address: address })
  await expect(again).rejects.toMatchObject({ code: 'vault.shredded' })
})

test('twenty first addresses at one moment make one key, and the last one stands', async () => {
  const { app, ring, memberId } = await world()
  await warmPool(app)
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      updateMember(app, ring, { id: memberId, shipping_address: { ...address, street: `${index} Main` } }),
    ),
  )
  expect(await app`select 1 from app.member_key`).toHaveLength(1)
  expect((await readMember(app, ring, memberId))?.shipping_address?.street).toMatch(/^\d+ Main$/)
})

test('a process whose keys lack one in use says so before it serves', async () => {
  const { app, ring, memberId } = await world()
  await updateMember(app, ring, { id: memberId, shipping_address: address })
  await requireVaultKeys(app, ring)
  const stranger = await keysForTest()
  const start = requireVaultKeys(app, stranger.ring)
  await expect(start).rejects.toMatchObject({ name: 'Final', code: 'vault.key-missing' })
  await expect(readMember(app, stranger.ring, memberId)).rejects.toMatchObject({ code: 'vault.key-missing' })
})
