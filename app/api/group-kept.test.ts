import { afterAll, beforeAll, expect, test } from 'vitest'
import { groupAlertsShape } from '../../core/group/monitor.ts'
import { resultBoardShape } from '../../core/group/result.ts'
import { groupShape } from '../../core/group/shape.ts'
import { guideChangesShape, guideShape } from '../../core/guide/shape.ts'
import { karma } from '../../core/karma/amount.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { addCatalog, randomAddress } from '../../test/support/members.ts'
import { giveThePast } from '../../test/support/minted.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

const now = new Date()
const [start, end] = ['\u202e', 'gnihsif']

let web: TestWeb
let token: string
let path: string

const api = (rest: string) => `${web.origin}/api/groups/${path}${rest}`
const post = (rest: string, body: unknown) => ask(api(rest), { token, body })
const put = (rest: string, body: unknown) => ask(api(rest), { token, body, method: 'PUT' })

beforeAll(async () => {
  web = await startTestWeb()
  const owner = await register(web.origin, 'keeper')
  token = owner.token
  const past = { earned: karma(50), days: 7, now }
  await giveThePast(web.db, { ...owner, username: 'keeper', wallet: randomAddress() }, past)
  const body = { name: 'Keepers', about: 'We keep things.', access: 'open' }
  path = groupShape.parse(await (await ask(`${web.origin}/api/groups`, { token, body })).json()).slug
})
afterAll(() => web.close())

test('a guide is written, changed from its newest version, and read at any of them', async () => {
  const made = await post('/guides', { title: 'How to queue', text: '# Early\r\nBring water.  \r\n' })
  expect(made.status, await made.clone().text()).toBe(201)
  expect(guideShape.parse(await made.json())).toMatchObject({ text: '# Early\nBring water.', newest: 1 })
  const next = { title: 'How to queue', text: 'Bring a chair.', base: 1 }
  expect((await put('/guides/how-to-queue', next)).status).toBe(200)
  expect((await problemOf(await put('/guides/how-to-queue', next))).code).toBe('guide.changed')
  const first = await ask(api('/guides/how-to-queue?version=1'))
  expect(guideShape.parse(await first.json())).toMatchObject({ newest: 2, version: { number: 1 } })
  expect((await problemOf(await ask(api('/guides/how-to-queue?version=9')))).code).toBe('guide.not-found')
})

test('a guide comes as what its Markdown means, and two versions as what changed', async () => {
  const text = '# Door\nSee [the map](https://maps.example/a).\n<b>Now</b> ![x](javascript:alert(1))'
  const made = await post('/guides', { title: 'The back door', text })
  expect(guideShape.parse(await made.json())).toMatchObject({
    text,
    body: [
      { tag: 'h3', children: ['Door'] },
      {
        tag: 'p',
        children: [
          'See ',
          { tag: 'a', href: 'https://maps.example/a' },
          '.',
          { tag: 'br' },
          '<b>Now</b> ![x](javascript:alert(1))',
        ],
      },
    ],
  })
  await put('/guides/the-back-door', { title: 'The back door', text: '# Door\nGone.', base: 1 })
  const changes = (from: number, to: number) =>
    ask(api(`/guides/the-back-door/changes?from=${from}&to=${to}`))
  expect(guideChangesShape.parse(await (await changes(1, 2)).json())).toMatchObject({
    ...{ from: { number: 1 }, to: { number: 2, by: 'keeper' } },
    lines: [
      { kind: 'same', text: '# Door' },
      { kind: 'removed', text: 'See [the map](https://maps.example/a).' },
      { kind: 'removed' },
      { kind: 'added', text: 'Gone.' },
    ],
  })
  expect((await problemOf(await changes(1, 3))).code).toBe('guide.not-found')
})

test('what could make a text look like another one is in no guide and in no call', async () => {
  const tricks = await post('/guides', { title: `Not ${start}${end}`, text: 'x' })
  expect((await problemOf(tricks)).code).toBe('input.invalid')
  expect((await problemOf(await post('/alerts', { text: `Go ${start}${end}` }))).code).toBe('input.invalid')
  const long = await post('/guides', { title: 'Too long', text: 'x'.repeat(20_001) })
  expect((await problemOf(long)).code).toBe('input.invalid')
  const whole = await post('/guides', { title: 'As long as it can be', text: 'x'.repeat(20_000) })
  expect(whole.status).toBe(201)
})

test('a result by word and by a checkout at once is refused, and the board counts the one by word', async () => {
  const { storeId: store_id } = await addCatalog(web.db.app)
  const word = { outcome: 'win', way: 'in-store', store_id }
  const both = await post('/results', { ...word, request_id: store_id })
  expect((await problemOf(both)).code).toBe('input.invalid')
  expect((await post('/results', { ...word, size: '9.5' })).status).toBe(201)
  const board = await (await ask(api('/results?period=week'))).json()
  expect(resultBoardShape.parse(board)).toMatchObject({
    ...{ wins: 1, losses: 0, lines: [{ adapter: 'in-store' }], items: [{ size: '9.5', shown: false }] },
  })
})

test('a call stands in the channel, which says whether its reader is told', async () => {
  expect((await post('/alerts', { text: 'Go now.' })).status).toBe(201)
  expect((await put('/alerts/listening', { on: false })).status).toBe(204)
  const channel = async (as?: string) =>
    groupAlertsShape.parse(await (await ask(api('/alerts'), as === undefined ? {} : { token: as })).json())
  expect(await channel(token)).toMatchObject({ listening: false, items: [{ text: 'Go now.', by: 'keeper' }] })
  expect(await channel()).toMatchObject({ listening: null, items: [{ text: 'Go now.' }] })
})

test('a monitor or a bridge leads to the open internet, and an answer never holds a bridge’s address', async () => {
  const { sneakerId: sneaker_id, storeId: store_id } = await addCatalog(web.db.app)
  for (const url of ['ftp://shop.example/a', 'https://user:pw@shop.example/', 'http://10.0.0.1/']) {
    const shared = await post('/monitors', { url, sneaker_id, store_id })
    expect([url, (await problemOf(shared)).code]).toEqual([url, 'url.refused'])
    const built = await post('/bridges', { url, label: 'Ours' })
    expect([url, (await problemOf(built)).code]).toEqual([url, 'url.refused'])
  }
  const built = await post('/bridges', { url: 'http://127.0.0.1:9/hush-hush', label: 'Ours' })
  expect(built.status).toBe(201)
  const { id } = await built.clone().json()
  const said = [built, await ask(api('/bridges'), { token }), await post(`/bridges/${id}/test`, {})]
  for (const answer of said) expect(await answer.text()).not.toContain('hush-hush')
})
