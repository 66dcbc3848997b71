import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTarget } from '../support/attack.ts'

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

const seconds = () => Math.floor(Date.now() / 1000)

test('our own tokens live a quarter of an hour at most', () => {
  const { iat, exp } = target.claims
  expect(Number(exp) - Number(iat)).toBe(900)
})

test('a token that ran out a second ago is refused although its session stands', async () => {
  await target.expectRefused(await target.forge({ claims: { exp: seconds() - 1 } }))
})

test.each([undefined, 'never', null])('a token that ends at %s is refused', async (exp) => {
  await target.expectRefused(await target.forge({ claims: { exp } }))
})

test('a token whose time has not come, or which does not say, is refused', async () => {
  await target.expectRefused(await target.forge({ claims: { nbf: seconds() + 60 } }))
  await target.expectRefused(await target.forge({ claims: { nbf: undefined } }))
})

test('a good token is of no use once its session has ended', async () => {
  const token = await target.forge()
  await target.web.api.stores.sessions.endAll(target.id)
  await target.expectRefused(token)
})
