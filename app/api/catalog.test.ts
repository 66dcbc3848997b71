import { afterAll, beforeAll, expect, test } from 'vitest'
import { sneakerDetailShape } from '../../core/catalog/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Sneaker } from '../../core/restock/shape.ts'
import { upsertSneaker } from '../../db/catalog/upsert.ts'
import { ask, problemOf } from '../../test/support/http.ts'
import { addCatalog, addMember } from '../../test/support/members.ts'
import { monitorMisses, monitorSees } from '../../test/support/sighting.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
  const pairs = [
    ['Halyard', 'Storm 2', 'Rust'],
    ['Halyard', 'Storm 2', 'Sand'],
    ['Halyard', 'Jib', 'Rust'],
    ['Oktober', 'Rustic', 'Chalk'],
  ]
  for (const [index, [brand = '', name = '', colorway = '']] of pairs.entries())
    await upsertSneaker(web.db.app, {
      ...{
        id: uuidv7(),
        style_code: `C-10${index}`,
        brand,
        name,
        colorway,
        retail_minor: 1,
        currency: 'USD',
      },
    })
})
afterAll(() => web.close())

const api = (path: string) => `${web.origin}/api${path}`
const found = async (query = '') =>
  ((await (await ask(api(`/sneakers${query}`))).json()).items as Sneaker[]).map(
    ({ style_code }) => style_code,
  )

test('sneakers are found by words of brand, name, colours and style code, in any order and case', async () => {
  expect(await found()).toEqual(['C-102', 'C-100', 'C-101', 'C-103'])
  expect(await found('?q=rust%20HALYARD')).toEqual(['C-102', 'C-100'])
  expect(await found('?q=c-101')).toEqual(['C-101'])
  expect(await found('?q=100%25')).toEqual([])
  expect(await found('?brand=oktober')).toEqual(['C-103'])
  expect(await found('?brand=okt')).toEqual([])
})

test('pages of them follow each other', async () => {
  const page = async (query: string) =>
    (await (await ask(api(`/sneakers?${query}`))).json()).items as Sneaker[]
  const first = await page('limit=3')
  const second = await page(`limit=3&after=${first[2]?.id}`)
  expect([...first, ...second].map(({ style_code }) => style_code)).toEqual([
    'C-102',
    'C-100',
    'C-101',
    'C-103',
  ])
})

test('one of them says how often it came back and whether it is there', async () => {
  const spot = await addCatalog(web.db.app)
  const read = async () =>
    sneakerDetailShape.parse(await (await ask(api(`/sneakers/${spot.sneakerId}`))).json()).restocks
  expect(await read()).toEqual({ open: 0, all: 0, last_at: null })
  await monitorSees(web.db.app, spot)
  expect(await read()).toMatchObject({ open: 1, all: 1, last_at: expect.any(String) })
  await monitorMisses(web.db.app, spot)
  expect(await read()).toMatchObject({ open: 0, all: 1 })
  expect(await problemOf(await ask(api(`/sneakers/${uuidv7()}`)))).toMatchObject({
    code: 'sneaker.not-found',
  })
})

test('what a pair was seen for is told by the day: what monitors read and members agreed on, in its own currency', async () => {
  const sql = web.db.app
  const { sneakerId, storeId } = await addCatalog(sql)
  const [{ id: memberId }, noon] = [await addMember(sql, 'pricer'), new Date()]
  noon.setUTCHours(12, 0, 0, 0)
  const seen = (daysAgo: number, priceMinor: number | null, { agreed = true, currency = 'USD' } = {}) => {
    const at = new Date(noon.getTime() - daysAgo * 86_400_000)
    return sql`
      insert into app.restock (id, sneaker_id, store_id, size, price_minor, currency, reported_by, reported_at, confirmed_at)
      values (${uuidv7()}, ${sneakerId}, ${storeId}, '10', ${priceMinor}, ${priceMinor === null ? null : currency},
        ${memberId}, ${at}, ${agreed ? at : null})`
  }
  await seen(3, 15_000)
  await seen(3, 12_000)
  await seen(1, 20_000)
  await seen(2, 99_000, { agreed: false })
  await seen(2, 88_000, { currency: 'EUR' })
  await seen(2, null)
  await seen(200, 5_000)
  const day = (daysAgo: number) => new Date(noon.getTime() - daysAgo * 86_400_000).toISOString().slice(0, 10)
  const { prices } = sneakerDetailShape.parse(await (await ask(api(`/sneakers/${sneakerId}`))).json())
  expect(prices).toEqual([
    { day: day(3), low_minor: 12_000, high_minor: 15_000, seen: 2 },
    { day: day(1), low_minor: 20_000, high_minor: 20_000, seen: 1 },
  ])
})
