import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Restock, restockShape } from '../../core/restock/shape.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { addCatalog } from '../../test/support/members.ts'
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

test('what a report may not say', async () => {
  const { errors } = await problemOf(await report(ann, { size: 'XL', reported_by: 'ben' }))
  expect(errors?.map(({ path }) => path).sort()).toEqual(['reported_by', 'size'])
  const strange = await report(ann, { sneaker_id: '00000000-0000-7000-8000-000000000000' })
  expect(await problemOf(strange)).toMatchObject({ status: 422, code: 'catalog.unknown' })
  expect((await problemOf(await report(ann, { note: 'call 4111 1111 1111 1111' }))).code).toBe(
    'input.card-number',
  )
})
