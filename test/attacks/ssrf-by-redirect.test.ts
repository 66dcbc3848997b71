import { expect, test } from 'vitest'
import { OTHER, openStreet, SHOP, serve } from '../support/street.ts'

const zone = { 'evil.example': [[SHOP]], 'honest.example': [[OTHER]], 'inside.example': [['10.0.0.1']] }

/** What comes of a page that redirects there, and what was dialled for it. */
async function redirectTo(location: string, status = 302, loopback = false) {
  const port = await serve((_, response) => void response.writeHead(status, { location }).end())
  const { fetch, dialled } = await openStreet(zone, { [SHOP]: port }, { loopback })
  const thrown = await fetch({ url: 'http://evil.example/' }).catch((error: unknown) => error)
  return { thrown, dialled }
}

test.each([
  'http://127.0.0.1/',
  'http://localhost/admin',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::ffff:169.254.169.254]/',
  'http://2130706433/',
  'http://inside.example/',
  '//inside.example/',
  'http://honest.example:6379/',
  'http://user:pass@honest.example/',
  'file:///etc/passwd',
  'gopher://honest.example/',
  'http://honest.example\\@evil.example:22/',
])('a redirect to %s is refused, and nothing more is dialled', async (location) => {
  const { thrown, dialled } = await redirectTo(location)
  expect(thrown).toMatchObject({ name: 'Final', code: 'url.refused' })
  expect(dialled).toEqual([`${SHOP}:80`])
})

test.each([301, 302, 303, 307, 308])('every kind of redirect is checked: %i', async (status) => {
  const { thrown, dialled } = await redirectTo('http://10.0.0.1/', status)
  expect(thrown).toMatchObject({ name: 'Final', code: 'url.refused' })
  expect(dialled).toEqual([`${SHOP}:80`])
})

test('the second redirect is checked as the first is', async () => {
  const first = await serve(
    (_, response) => void response.writeHead(302, { location: 'http://honest.example/' }).end(),
  )
  const second = await serve(
    (_, response) => void response.writeHead(302, { location: 'http://[fd00::1]/' }).end(),
  )
  const { fetch, dialled } = await openStreet(zone, { [SHOP]: first, [OTHER]: second })
  await expect(fetch({ url: 'http://evil.example/' })).rejects.toMatchObject({ code: 'url.refused' })
  expect(dialled).toEqual([`${SHOP}:80`, `${OTHER}:80`])
})

test('the refusal says the same whatever is inside: it cannot be used to look around', async () => {
  const seen = await Promise.all(
    ['http://127.0.0.1/', 'http://10.0.0.1/', 'http://inside.example/'].map((url) => redirectTo(url)),
  )
  expect(new Set(seen.map(({ thrown }) => String(thrown))).size).toBe(1)
})
