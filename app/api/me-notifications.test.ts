import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultNotifications } from '../../core/member/notifications.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const url = () => `${web.origin}/api/me/notifications`
const chosen = {
  ...defaultNotifications,
  votes: true,
  restocks: false,
  sizes: ['9.5', '10'],
  pace: 'hourly',
  quiet: { from: '22:30', to: '07:00', time_zone: 'America/New_York' },
}

test('nobody chose yet: the defaults; what is chosen is kept, for that member alone', async () => {
  const [ann, ben] = [await register(web.origin, 'ann'), await register(web.origin, 'ben')]
  const read = async (token: string) => (await ask(url(), { token })).json()
  expect(await read(ann.token)).toEqual(defaultNotifications)
  const saved = await ask(url(), { method: 'PUT', body: chosen, token: ann.token })
  expect(await saved.json()).toEqual(chosen)
  expect(await read(ann.token)).toEqual(chosen)
  expect(await read(ben.token)).toEqual(defaultNotifications)
})

test('a setting that came later is at its default in what was saved before', async () => {
  const { token, id } = await register(web.origin, 'early')
  await web.db.app`insert into app.notification_setting values (${id}, ${web.db.app.json({ drops: false })})`
  expect(await (await ask(url(), { token })).json()).toEqual({ ...defaultNotifications, drops: false })
})

test.each([
  ['a half of the settings', { restocks: true }],
  ['an unknown topic', { ...chosen, gossip: true }],
  ['an hour that is none', { ...chosen, quiet: { ...chosen.quiet, from: '24:00' } }],
  ['a zone that is none', { ...chosen, quiet: { ...chosen.quiet, time_zone: 'Mars/Olympus' } }],
  ['a size that is none', { ...chosen, sizes: ['L'] }],
])('%s is refused', async (name, body) => {
  const { token } = await register(web.origin, `no_${name.replace(/\W/g, '')}`.slice(0, 30))
  const answer = await ask(url(), { method: 'PUT', body, token })
  expect(await problemOf(answer)).toMatchObject({ status: 422, code: 'input.invalid' })
})
