import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { closetItemShape, matchShape, type Trade, tradeShape } from '../../core/trade/shape.ts'
import { setRole } from '../../db/members/role.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { addCatalog, randomAddress } from '../../test/support/members.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

type Person = { id: string; token: string; username: string }
const listShape = z.object({ items: z.array(tradeShape), next: z.uuid().nullable() })
const itemsOf = <Shape extends z.ZodType>(shape: Shape) => z.object({ items: z.array(shape) })

let web: TestWeb
let ann: Person
let ben: Person
let eve: Person
let pair: { sneaker_id: string; size: string; condition: string }
let round = 0

beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())
beforeEach(async () => {
  round++
  const person = async (name: string) => {
    const username = `${name}_${round}`
    return { ...(await register(web.origin, username)), username }
  }
  ;[ann, ben, eve] = [await person('ann'), await person('ben'), await person('eve')]
  pair = { sneaker_id: (await addCatalog(web.db.app)).sneakerId, size: '10', condition: 'new' }
})

const path = (rest = '') => `${web.origin}/api/community/trades${rest}`
const offer = (by: Person, change: object = {}) =>
  ask(path(), { token: by.token, body: { with: ben.username, gives: [pair], asks: [], ...change } })
const act = (by: Person, id: string, body: object) =>
  ask(path(`/${id}`), { token: by.token, method: 'PUT', body })

async function open(): Promise<Trade> {
  const answer = await offer(ann)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return tradeShape.parse(await answer.json())
}

test('an offer is listed to both sides and to nobody else, page after page', async () => {
  const [first, second] = [await open(), await open()]
  const page = async ({ token }: Person, query = '') =>
    listShape.parse(await (await ask(path(query), { token })).json())
  const newest = await page(ben, '?limit=1')
  expect([newest.items.map(({ id }) => id), newest.next]).toEqual([[second.id], second.id])
  const rest = await page(ben, `?limit=1&before=${second.id}`)
  expect([rest.items.map(({ id }) => id), rest.next]).toEqual([[first.id], null])
  expect((await page(ann)).items).toHaveLength(2)
  expect((await page(eve)).items).toEqual([])
  expect(await problemOf(await ask(path(`/${first.id}`), { token: eve.token }))).toMatchObject({
    ...{ status: 403, code: 'trade.not-yours' },
  })
})

test('what is no offer is refused with the field that is wrong, and nothing is written', async () => {
  const wrong = [
    [{ gives: [] }, 'gives'],
    [{ bond: 5 }, 'wallet'],
    [{ bond: 1001, wallet: randomAddress() }, 'bond'],
    [{ gives: [{ ...pair, size: 'huge' }] }, 'gives.0.size'],
    [{ answer_seconds: 1 }, 'answer_seconds'],
    [{ price: 5 }, 'price'],
  ] as const
  for (const [change, field] of wrong) {
    const problem = await problemOf(await offer(ann, change))
    expect([problem.status, problem.detail]).toEqual([422, expect.stringContaining(`${field}:`)])
  }
  expect(await problemOf(await offer(ann, { bond: 5, wallet: randomAddress() }))).toMatchObject({
    code: 'member.wallet-unknown',
  })
  expect(await web.db.app`select 1 from app.trade where maker_id = ${ann.id}`).toHaveLength(0)
})

test('an act at the wrong time, by the wrong one, or of another offer is refused with the reason', async () => {
  const { id } = await open()
  const refused = async (by: Person, body: object) => (await problemOf(await act(by, id, body))).code
  expect(await refused(ann, { act: 'accept', offer: 1 })).toBe('trade.own')
  expect(await refused(ben, { act: 'accept', offer: 2 })).toBe('trade.changed')
  expect(await refused(eve, { act: 'decline', offer: 1 })).toBe('trade.not-yours')
  expect(await refused(ben, { act: 'receive' })).toBe('trade.state')
  expect(await refused(ben, { act: 'steal' })).toBe('input.invalid')
  expect((await act(ben, id, { act: 'decline', offer: 1 })).status).toBe(200)
  expect(await refused(ann, { act: 'withdraw', offer: 1 })).toBe('trade.state')
})

test('a dispute comes to moderators, one of whom rules', async () => {
  const { id } = await open()
  for (const body of [
    { act: 'accept', offer: 1 },
    { act: 'dispute', text: 'The box was empty.' },
  ])
    expect((await act(ben, id, body)).status).toBe(200)
  const disputes = async () =>
    itemsOf(tradeShape).parse(await (await ask(path('/disputes'), { token: eve.token })).json()).items
  expect(await disputes()).toEqual([])
  await setRole(web.db.app, eve.username, 'moderator')
  expect((await disputes()).map((trade) => [trade.id, trade.may])).toContainEqual([id, ['rule']])
  const body = { slashed: 'maker', note: 'The photo shows it.' }
  const ruled = await ask(path(`/${id}/ruling`), { token: eve.token, method: 'PUT', body })
  expect(tradeShape.parse(await ruled.json())).toMatchObject({ state: 'ruled', ruling: body })
})

test('a closet is filled, seen by others, and matched', async () => {
  const closet = `${web.origin}/api/me/closet`
  const put = ({ token }: Person, side: 'have' | 'want', { sneaker_id, size, condition }: typeof pair) =>
    ask(closet, { token, body: { side, sneaker_id, size, ...(side === 'have' && { condition }) } })
  const other = { ...pair, size: '9' }
  for (const [one, has, wants] of [
    [ann, pair, other],
    [ben, other, pair],
  ] as const) {
    expect((await put(one, 'have', has)).status).toBe(201)
    expect((await put(one, 'want', wants)).status).toBe(201)
  }
  const matches = itemsOf(matchShape).parse(
    await (await ask(`${closet}/matches`, { token: ann.token })).json(),
  )
  expect(matches.items.map(({ steps }) => steps.map(({ from, to, size }) => [from, to, size]))).toEqual([
    [
      [ann.username, ben.username, '10'],
      [ben.username, ann.username, '9'],
    ],
  ])
  const theirs = await ask(`${web.origin}/api/users/${ben.username}/closet`, { token: ann.token })
  const { items } = itemsOf(closetItemShape).parse(await theirs.json())
  expect(items.map(({ side, size }) => [side, size])).toEqual([
    ['want', '10'],
    ['have', '9'],
  ])
})
