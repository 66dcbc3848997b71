import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ask, ask, problemOf, register } from '../../test/support/http.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
let token: string
beforeAll(async () => {
  web = await startTestWeb()
  token = (await register(web.origin, 'spender')).token
})
afterAll(() => web.close())

const CARD = '4111 1111 1111 1111'
const change = (body: unknown): [string, Ask] => ['/me', { method: 'PATCH', body }]

test.each<[where: string, path: string, request: [string, Ask]]>([
  ['a field', 'username', change({ username: '4111111111111111' })],
  ['a field within', 'shipping_address.name', change({ shipping_address: { name: CARD } })],
  ['a list', 'a.1', change({ a: ['x', CARD] })],
  ['a number', 'username', change({ username: 4111111111111111 })],
  ['a key', '', change({ [CARD]: 1 })],
  ['a key within', 'a', change({ a: { [CARD]: { b: 1 } } })],
  ['an escaped text', 'username', change(String.raw`{"username":"\u0034111111111111111"}`)],
  [
    'JSON that is said to be JSON in capitals',
    'username',
    [
      '/me',
      {
        method: 'PATCH',
        body: String.raw`{"username":"\u0034\u003111111111111111"}`,
        headers: { 'content-type': 'Application/JSON' },
      },
    ],
  ],
  ['Arabic digits', 'username', change({ username: '٤١١١١١١١١١١١١١١١' })],
  ['an e-mail address', 'email', change({ email: '4222222222222@example.com' })],
  [
    'a form',
    '(body)',
    ['/users/login', { body: 'login=4111111111111111', headers: { 'content-type': 'text/plain' } }],
  ],
  ['a query', 'limit', ['/restocks?limit=4111111111111111', {}]],
  ['the second of two values', 'limit', ['/restocks?limit=1&limit=4111111111111111', {}]],
  ['a key of a query', '(query)', ['/restocks?4111111111111111=1', {}]],
  ['an address', '(address)', ['/drops/4111%201111%201111%201111', {}]],
  ['a user agent', '(user-agent)', ['/drops', { headers: { 'user-agent': `bot ${CARD}` } }]],
])('a card number in %s is refused by its place, and does not come back', async (_, path, [url, request]) => {
  const problem = await problemOf(await ask(`${web.origin}/api${url}`, { token, ...request }))
  expect(problem).toMatchObject({ status: 422, code: 'input.card-number', errors: [{ path }] })
  expect(JSON.stringify(problem)).not.toMatch(/4111|4222/)
})

test('what only looks like one passes: ids, a measure, a wallet, a shorter number', async () => {
  const id = '01934111-1111-7111-8111-411111111111'
  expect((await problemOf(await ask(`${web.origin}/api/restocks/${id}`))).code).toBe('restock.not-found')
  const [url, request] = change({
    measure: 41.1111111111111,
    wallet: `0x${'4111111111111111'.padEnd(40, '0')}`,
    phone: '+1 510 555 0199',
  })
  expect((await problemOf(await ask(`${web.origin}/api${url}`, { token, ...request }))).code).toBe(
    'input.invalid',
  )
})
