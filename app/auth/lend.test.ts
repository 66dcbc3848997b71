import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, problemOf } from '../../test/support/http.ts'
import { registerInBrowser } from '../../test/support/jar.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'
import { lendAccess } from './lend.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

/** The cookies that rendering a page gets to see. */
async function rendered(
  cookies: Map<string, string>,
  url = '/me',
  api = web.api,
): Promise<string | undefined> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  let seen: string | undefined
  const pages = lendAccess(api, (request) => {
    seen = request.headers.cookie
  })
  await pages({ url, headers: { cookie } } as IncomingMessage, {} as ServerResponse)
  return seen
}

const nameOf = async (cookie: string | undefined) => {
  const answer = await ask(`${web.origin}/api/me`, { headers: { cookie: cookie ?? '' } })
  return ((await answer.json()) as { username?: string }).username
}

test('a page is rendered for the member by the refresh cookie alone, which stays as good as it was', async () => {
  const { cookies, ask: browse } = await registerInBrowser(web.origin, 'ann')
  cookies.delete('snpd')
  cookies.set('theme', 'dark')
  for (const _ of [1, 2]) {
    const seen = await rendered(cookies)
    expect(await nameOf(seen)).toBe('ann')
    expect(seen).toMatch(/; theme=dark; snpd=/)
    expect(seen).not.toContain('refresh')
  }
  expect((await browse('/auth/refresh', { body: {} })).status).toBe(200)
})

test('rendering never sees the refresh cookie, also when the access cookie is good', async () => {
  const { cookies } = await registerInBrowser(web.origin, 'ben')
  const seen = await rendered(cookies)
  expect(await nameOf(seen)).toBe('ben')
  expect(seen).not.toContain('refresh')
})

test('where the refresh cookie is not the newest nobody is taken for a stranger: the browser is to find out', async () => {
  const { cookies, id } = await registerInBrowser(web.origin, 'cleo')
  await web.api.stores.sessions.endAll(id)
  const seen = await rendered(cookies)
  expect(seen).toMatch(/^snpd-device=\S+; snpd-refresh=not-newest$/)
  const answer = await ask(`${web.origin}/api/drops`, { headers: { cookie: seen ?? '' } })
  expect((await problemOf(answer)).code).toBe('auth.expired')
})

test('a page is still answered when the sessions cannot be read', async () => {
  const { cookies } = await registerInBrowser(web.origin, 'dan')
  const sessions = { ...web.api.stores.sessions, read: () => Promise.reject(new Error('away')) }
  const broken = { ...web.api, stores: { ...web.api.stores, sessions } }
  expect(await rendered(cookies, '/me', broken)).toContain('snpd=')
})
