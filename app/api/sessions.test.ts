import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sessionShape } from '../../core/auth/session-shape.ts'
import { uuidv7 } from '../../core/id.ts'
import { ask, problemOf, register, signedIn } from '../../test/support/http.ts'
import { openJar, registerInBrowser } from '../../test/support/jar.ts'
import { websOnEachEngine } from '../../test/support/redis-web.ts'
import type { TestWeb } from '../../test/support/web.ts'

const listShape = z.object({ items: z.array(z.strictObject(sessionShape.shape)) })

describe.each(websOnEachEngine())('with sessions in %s', (_, start) => {
  let web: TestWeb
  beforeAll(async () => {
    web = await start()
  })
  afterAll(() => web.close())

  const api = (path: string, options: Parameters<typeof ask>[1]) => ask(`${web.origin}/api${path}`, options)
  const statusOf = async (token: string) => (await api('/me', { token })).status
  const again = async (login: string, agent = 'Program/2') => {
    const body = { login, password: 'seven green lamps at dawn' }
    return signedIn(await api('/users/login', { body, headers: { 'user-agent': agent } }))
  }
  const list = async (token: string) =>
    listShape.parse(await (await api('/me/sessions', { token })).json()).items

  test('a member sees where they are signed in, which one asks, and nothing secret', async () => {
    const first = await register(web.origin, 'ann')
    const second = await again('ann')
    const items = await list(first.token)
    expect(items.map(({ current, user_agent }) => [current, user_agent])).toEqual([
      [false, 'Program/2'],
      [true, 'node'],
    ])
    expect((await list(second.token)).map(({ current }) => current)).toEqual([true, false])
    expect(JSON.stringify(items)).not.toContain(first.token.slice(0, 20))
  })

  test('one session is ended, and only by its member', async () => {
    const [ben, eve] = [await register(web.origin, 'ben'), await register(web.origin, 'eve')]
    const other = await again('ben')
    const [{ id = '' } = {}] = await list(ben.token)
    const end = (token: string, which: string) => api(`/me/sessions/${which}`, { method: 'DELETE', token })
    for (const answer of [await end(eve.token, id), await end(ben.token, uuidv7())])
      expect(await problemOf(answer)).toMatchObject({ status: 404, code: 'session.not-found' })
    expect(await statusOf(other.token)).toBe(200)
    expect((await end(ben.token, id)).status).toBe(204)
    expect([await statusOf(other.token), await statusOf(ben.token)]).toEqual([401, 200])
    expect(
      (await problemOf(await api('/auth/refresh', { body: { refresh_token: other.refresh } }))).code,
    ).toBe('auth.refresh')
  })

  test('signing out everywhere else leaves this session; everywhere leaves none', async () => {
    const [one, foreign] = [await register(web.origin, 'cleo'), await register(web.origin, 'dan')]
    const [two, three] = [await again('cleo'), await again('cleo')]
    expect((await api('/me/sessions', { method: 'DELETE', token: two.token })).status).toBe(204)
    expect(await Promise.all([one, two, three].map(({ token }) => statusOf(token)))).toEqual([401, 200, 401])
    const four = await again('cleo')
    expect((await api('/auth/logout', { body: { everywhere: true }, token: four.token })).status).toBe(204)
    expect(await Promise.all([two, four, foreign].map(({ token }) => statusOf(token)))).toEqual([
      401, 401, 200,
    ])
  })

  test('signing out takes both cookies back and ends no other session', async () => {
    const jar = await registerInBrowser(web.origin, 'fay')
    const program = await again('fay')
    expect((await jar.ask('/auth/logout', { body: {} })).status).toBe(204)
    // The browser's own mark stays: it signs nobody in (ADR 021).
    expect([...jar.cookies.keys()]).toEqual(['snpd-device'])
    expect(await statusOf(program.token)).toBe(200)
  })

  test('a browser whose access cookie is gone is told to renew, renews, and goes on; a stranger is a stranger', async () => {
    const jar = await registerInBrowser(web.origin, 'gil')
    jar.cookies.delete('snpd')
    for (const path of ['/me', '/drops'])
      expect(await problemOf(await jar.ask(path))).toMatchObject({ status: 401, code: 'auth.expired' })
    const renewed = (await (await jar.ask('/auth/refresh', { body: {} })).json()) as object
    expect(renewed).toEqual({ token: jar.cookies.get('snpd'), expires_in: 900 })
    expect((await jar.ask('/me')).status).toBe(200)
    const stranger = openJar(web.origin)
    expect((await stranger.ask('/drops')).status).toBe(200)
    expect((await problemOf(await stranger.ask('/me'))).code).toBe('auth.required')
  })

  test('a client renews with what it was given', async () => {
    const { refresh } = await register(web.origin, 'hal')
    const shape = z.strictObject({ token: z.string(), expires_in: z.literal(900), refresh_token: z.string() })
    const answer = await api('/auth/refresh', { body: { refresh_token: refresh } })
    expect(answer.headers.getSetCookie()).toEqual([])
    const next = shape.parse(await answer.json())
    expect(next.refresh_token).not.toBe(refresh)
    expect(await statusOf(next.token)).toBe(200)
  })
})
