import { cellToParent } from 'h3-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { placeOf } from '../../core/cell/cell.ts'
import { type Restock, restockShape } from '../../core/restock/shape.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { addCatalog } from '../../test/support/members.ts'
import { monitorSees } from '../../test/support/sighting.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
let ann: string
let ben: string
let catalog: { sneaker_id: string; store_id: string }
beforeAll(async () => {
  web = await startTestWeb()
  ann = (await register(web.origin, 'ann')).token
  ben = (await register(web.origin, 'ben')).token
  const { sneakerId, storeId } = await addCatalog(web.db.app)
  catalog = { sneaker_id: sneakerId, store_id: storeId }
})
afterAll(() => web.close())

const api = (path: string) => `${web.origin}/api${path}`
const report = (token: string, change: object = {}) =>
  ask(api('/restocks'), { body: { ...catalog, size: '10', note: 'Six pairs by the till', ...change }, token })
const restock = async (response: Response): Promise<Restock> => restockShape.parse(await response.json())

test('a report is seen by everyone, as mine by its reporter, and is confirmed by another member', async () => {
  const response = await report(ann)
  expect(response.status).toBe(201)
  const made = await restock(response)
  expect(made).toMatchObject({ mine: true, confirmed_at: null, reported_by: { username: 'ann' } })
  const seen = await restock(await ask(api(`/restocks/${made.id}`)))
  expect(seen).toMatchObject({ id: made.id, mine: false, note: 'Six pairs by the till' })
  const own = await ask(api(`/restocks/${made.id}/confirm`), { method: 'POST', token: ann })
  expect(await problemOf(own)).toMatchObject({ status: 409, code: 'restock.own-report' })
  const confirm = () => ask(api(`/restocks/${made.id}/confirm`), { method: 'POST', token: ben })
  expect(await restock(await confirm())).toMatchObject({ confirmations: 1, confirmed_by_me: true })
  expect((await problemOf(await confirm())).code).toBe('restock.already-confirmed')
})

test('pages follow each other, newest first', async () => {
  for (const size of ['7', '8', '9']) expect((await report(ann, { size })).status).toBe(201)
  const page = async (query: string) =>
    (await (await ask(api(`/restocks?${query}`))).json()).items as Restock[]
  const first = await page('limit=2')
  const second = await page(`limit=2&before=${first[1]?.id}`)
  expect([...first, ...second].map(({ size }) => size).slice(0, 3)).toEqual(['9', '8', '7'])
})

test('a report of what a monitor sees is answered with its restock, as a confirmation', async () => {
  const { sneakerId, storeId } = await addCatalog(web.db.app)
  const id = await monitorSees(web.db.app, { sneakerId, storeId })
  const response = await report(ann, { sneaker_id: sneakerId, store_id: storeId })
  expect(response.status).toBe(200)
  expect(await restock(response)).toMatchObject({
    ...{ id, source: 'monitor', mine: false, confirmed_by_me: true, confirmations: 1, reported_by: null },
    ...{ note: 'Six pairs by the till', latency_ms: 120, open: true },
  })
  const again = await report(ann, { sneaker_id: sneakerId, store_id: storeId })
  expect((await problemOf(again)).code).toBe('restock.already-confirmed')
})

test('a list is narrowed by what its address asks, and says what it cannot be narrowed by', async () => {
  const { sneakerId, storeId } = await addCatalog(web.db.app)
  const id = await monitorSees(web.db.app, { sneakerId, storeId })
  const place = placeOf({ latitude: 37.8, longitude: -122.27 })
  const ids = async (query: string) =>
    z
      .object({ items: z.array(restockShape) })
      .parse(await (await ask(api(`/restocks?${query}`))).json())
      .items.map((each) => each.id)
  const pair = `sneaker_id=${sneakerId}`
  for (const query of [
    `style_code=T-${sneakerId}`,
    `store_id=${storeId}`,
    `${pair}&size=10&source=monitor&open_only=true`,
  ])
    expect([query, await ids(query)]).toEqual([query, [id]])
  for (const cell of Object.values(place)) expect(await ids(`${pair}&cell=${cell}`)).toEqual([id])
  for (const query of ['source=member', 'confirmed_only=true', 'size=11', 'since=2999-01-01T00:00:00Z'])
    expect([query, await ids(`${pair}&${query}`)]).toEqual([query, []])
  for (const query of [
    'cell=872a1072bffffffff',
    `cell=${cellToParent(place.city, 4)}`,
    'open_only=yes',
    'since=today',
  ])
    expect([query, (await ask(api(`/restocks?${query}`))).status]).toEqual([query, 422])
})

test('what a report may not say', async () => {
  const { errors } = await problemOf(await report(ann, { size: 'XL', reported_by: 'ben' }))
  expect(errors?.map(({ path }) => path).sort()).toEqual(['reported_by', 'size'])
  const strange = await report(ann, { sneaker_id: '00000000-0000-7000-8000-000000000000' })
  expect(await problemOf(strange)).toMatchObject({ status: 422, code: 'catalog.unknown' })
  expect((await problemOf(await report(ann, { note: 'call 4111 1111 1111 1111' }))).code).toBe(
    'input.card-number',
  )
})
