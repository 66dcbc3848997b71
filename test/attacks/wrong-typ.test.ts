import { afterAll, beforeAll, test } from 'vitest'
import { openTarget } from '../support/attack.ts'

// RFC 8725 §3.11: something else signed with the same key, presented as an access token.
let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

test.each(['JWT', 'secevent+jwt', 'dpop+jwt', 'rt+jwt', ''])(
  'a token of type "%s" is refused',
  async (typ) => {
    await target.expectRefused(await target.forge({ header: { typ } }))
  },
)

test('a token that names no type is refused', async () => {
  const header = { typ: undefined } as unknown as Record<string, string>
  await target.expectRefused(await target.forge({ header }))
})

test('a refresh token is no access token', async () => {
  await target.expectRefused(target.refresh)
})
