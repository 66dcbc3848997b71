import { afterAll, beforeAll, test } from 'vitest'
import { openTarget } from '../support/attack.ts'

// RFC 8725 §3.9: a token of the same key that was not made for this site.
let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

test.each([undefined, '', [], 'https://other.example', ['https://other.example']])(
  'a token for the audience %s is refused',
  async (aud) => {
    await target.expectRefused(await target.forge({ claims: { aud } }))
  },
)

test('an audience that only begins like ours is refused', async () => {
  await target.expectRefused(await target.forge({ claims: { aud: `${target.web.origin}.evil.example` } }))
})

test.each([undefined, 'https://other.example'])('a token of the issuer %s is refused', async (iss) => {
  await target.expectRefused(await target.forge({ claims: { iss } }))
})
