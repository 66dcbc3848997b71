import { expect, test } from 'vitest'
import { placeAt } from '../../test/support/board.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { addCatalog, addMember } from '../../test/support/members.ts'
import { upsertStore } from '../catalog/upsert.ts'
import { reportRestock } from '../restocks/report.ts'
import { placeStores, storePlace } from './place.ts'

const address = { street: '1 Main', city: 'Brooklyn', state: 'NY', zip_code: '11249', country: 'US' }
const at = { latitude: 40.7195, longitude: -73.9613, time_zone: 'America/New_York' }
const store = { slug: 'corner', name: 'Corner', url: null, address, ...at }

test('a store has its cells from the moment it is added, and keeps them', async () => {
  const { app } = await databaseForTest()
  const cells = () => app`select door, street, area, city from app.store_place`
  const id = await upsertStore(app, { ...store, id: '00000000-0000-7000-8000-000000000001' })
  expect(await cells()).toEqual([placeAt('wythe')])
  await upsertStore(app, { ...store, id, latitude: 37.7705, longitude: -122.4455 })
  expect(await cells()).toEqual([placeAt('wythe')])
})

test('stores from before there were cells get theirs, once, or with the first report', async () => {
  const { app } = await databaseForTest()
  const [{ storeId }, other] = [await addCatalog(app), await addCatalog(app)]
  const { id } = await addMember(app, 'ana')
  const report = { sneaker_id: other.sneakerId, store_id: other.storeId, size: '9' }
  await reportRestock(app, { memberId: id, report, now: new Date(), challengeSeconds: 0 })
  expect(await app`select store_id from app.store_place`).toEqual([{ store_id: other.storeId }])
  expect(await placeStores(app)).toBe(1)
  expect(await placeStores(app)).toBe(0)
  expect(await storePlace(app, storeId)).toEqual(await storePlace(app, other.storeId))
  expect(await storePlace(app, id)).toBeUndefined()
})
