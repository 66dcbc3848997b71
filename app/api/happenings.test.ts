import { cellToParent } from 'h3-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeOf } from '../../core/cell/cell.ts'
import { type Happening, happeningShape } from '../../core/happening/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import { setRole } from '../../db/members/role.ts'
import { blockMember } from '../../db/moderation/block.ts'
import { addFilter } from '../../db/moderation/filters.ts'
import { muteMember } from '../../db/moderation/mute.ts'
import { upsertRelease } from '../../db/releases/upsert.ts'
import { addStoreAt, placeAt, spots } from '../../test/support/board.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { eventsOf, readCalendar } from '../../test/support/icalendar.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

const DAY_MS = 86_400_000
let web: TestWeb
let place: { sneakerId: string; storeId: string }
let ann: Awaited<ReturnType<typeof register>>
let ben: Awaited<ReturnType<typeof register>>
beforeAll(async () => {
  web = await startTestWeb()
  place = await addStoreAt(web.db.app, 'wythe')
  ;[ann, ben] = [await register(web.origin, 'ann'), await register(web.origin, 'ben')]
})
afterAll(() => web.close())

const api = (path: string) => `${web.origin}/api/happenings${path}`
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()
const near = `near=${placeAt('wythe').area}`
const input = (change: object = {}) => ({
  ...{ kind: 'meet-up', title: 'Swap meet', text: 'Bring two pairs.', store_id: place.storeId },
  ...{ starts_at: inDays(1), ends_at: inDays(1.1), ...change },
})
const announce = (change: object = {}, { token } = ann) => ask(api(''), { token, body: input(change) })
const announced = async (change: object = {}, who = ann): Promise<Happening> => {
  const response = await announce(change, who)
  return happeningShape.parse(await response.json())
}
const listed = async (query = '', token?: string): Promise<Happening[]> => {
  const response = await ask(api(`?${query}`), token === undefined ? {} : { token })
  return happeningShape.array().parse((await response.json()).items)
}
const one = async (id: string, token?: string) =>
  happeningShape.parse(await (await ask(api(`/${id}`), token === undefined ? {} : { token })).json())
const rsvp = (id: string, answer: string, { token } = ben) =>
  ask(api(`/${id}/rsvp`), { method: 'PUT', token, body: { answer } })
/** Rows of earlier tests are not counted against today's five. */
const forget = () => web.db.app`delete from app.happening`

test('a meet-up at a shop is where the shop is, on its clock, and seen around it and nowhere else', async () => {
  await forget()
  const made = await announced()
  expect(made).toMatchObject({
    ...{ kind: 'meet-up', title: 'Swap meet', author: { username: 'ann' }, ...spots.wythe },
    ...{ store: { id: place.storeId }, place_name: null, cancelled: false, mine: { author: true } },
  })
  const [seen] = await listed(near)
  expect(seen).toMatchObject({ id: made.id, mine: { author: false, answer: null } })
  // From the middle of the area's cell: within its size.
  expect(seen?.metres).toBeLessThan(2_000)
  expect(await listed(`near=${placeAt('haight').area}&km=100`)).toEqual([])
  expect((await listed()).map(({ id }) => id)).toContain(made.id)
})

test('one at no shop is in the middle of its cell: no position is taken, and none finer is told', async () => {
  await forget()
  const { door, street } = placeOf({ latitude: 40.72, longitude: -73.95 })
  const at = (cell: string) => ({ store_id: undefined, place: { name: 'The bridge', cell } })
  const made = await announced({ ...at(door), time_zone: 'America/New_York' })
  expect(made).toMatchObject({ place_name: 'The bridge', zone: 'America/New_York', store: null })
  const { latitude, longitude } = made
  expect(placeOf({ latitude, longitude }).door).toBe(door)
  for (const cell of [street, cellToParent(door, 7), 'ffff', '8f2a100d2d6b0c8'])
    expect((await announce(at(cell))).status).toBe(422)
  const body = input({ store_id: undefined, latitude: 40.72, longitude: -73.95 })
  expect((await ask(api(''), { token: ann.token, body })).status).toBe(422)
  expect((await announce({ place: { name: 'Both', cell: door } })).status).toBe(422)
})

test('who comes is counted, the last word counts, and it can be taken back', async () => {
  await forget()
  const { id } = await announced()
  expect(await (await rsvp(id, 'maybe')).json()).toMatchObject({
    going: 0,
    maybe: 1,
    mine: { answer: 'maybe' },
  })
  await rsvp(id, 'going')
  await rsvp(id, 'going', ann)
  expect(await one(id, ben.token)).toMatchObject({
    going: 2,
    maybe: 0,
    mine: { answer: 'going', author: false },
  })
  expect(await one(id)).toMatchObject({ going: 2, mine: { answer: null } })
  const back = { method: 'DELETE', token: ben.token }
  for (let time = 0; time < 2; time++) expect((await ask(api(`/${id}/rsvp`), back)).status).toBe(204)
  expect(await one(id)).toMatchObject({ going: 1 })
})

test('releases and drops at shops are events too: near the shop, with a place to say that one comes', async () => {
  const [release, drop] = [uuidv7(), uuidv7()]
  const day = inDays(2).slice(0, 10)
  await upsertRelease(web.db.app, {
    ...{ id: release, sneaker_id: place.sneakerId, store_id: place.storeId, on: { day }, zone: 'UTC' },
    ...{ kind: 'in-store', url: null, price: null, evidence: 'a poster' },
  })
  await web.db.app`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${drop}, 'near-drop', 'Near drop', ${place.sneakerId}, ${place.storeId}, 'https://shop.example/p', 15000,
      'USD', ${['9']}, ${inDays(3)})`
  const found = new Map((await listed(near)).map((each) => [each.id, each]))
  expect(found.get(release)).toMatchObject({ kind: 'release', whole_day: true, ends_at: null, author: null })
  expect(found.get(drop)).toMatchObject({ kind: 'drop', title: 'Near drop', path: '/drops/near-drop' })
  expect(await listed(`near=${placeAt('haight').area}`)).toEqual([])
  for (const id of [release, drop]) {
    expect((await rsvp(id, 'going')).status).toBe(200)
    expect(await one(id)).toMatchObject({ going: 1 })
  }
})

test('what is over, called off or not there cannot be come to', async () => {
  await forget()
  const { id } = await announced()
  expect(await problemOf(await rsvp(uuidv7(), 'going'))).toMatchObject({ code: 'happening.not-found' })
  expect((await rsvp(id, 'perhaps')).status).toBe(422)
  await web.db.app`
    update app.happening set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where id = ${id}`
  expect(await problemOf(await rsvp(id, 'going'))).toMatchObject({ status: 409, code: 'happening.over' })
  expect(await listed(near)).not.toContainEqual(expect.objectContaining({ id }))
  const other = await announced()
  const off = ({ token } = ben) => ask(api(`/${other.id}`), { method: 'DELETE', token })
  expect((await off()).status).toBe(404)
  expect(await one(other.id)).toMatchObject({ cancelled: false })
  for (let time = 0; time < 2; time++) expect((await off(ann)).status).toBe(204)
  expect(await one(other.id)).toMatchObject({ cancelled: true, revision: 1 })
  expect(await problemOf(await rsvp(other.id, 'going'))).toMatchObject({ code: 'happening.over' })
})

test('times that make no sense, words that nobody can see and shops without a place are refused', async () => {
  await forget()
  const refused: [object, string][] = [
    [{ starts_at: inDays(2), ends_at: inDays(1) }, 'input.invalid'],
    [{ starts_at: inDays(-2), ends_at: inDays(-1) }, 'happening.when'],
    [{ ends_at: inDays(9) }, 'happening.when'],
    [{ starts_at: inDays(500), ends_at: inDays(500.1) }, 'happening.when'],
    [{ title: 'Sw\u202eap' }, 'input.invalid'],
    [{ title: 'two\nlines' }, 'input.invalid'],
    [{ text: 'nul\0' }, 'input.invalid'],
    [{ text: 'x'.repeat(1_001) }, 'input.invalid'],
    [{ text: 'Pay with 4111 1111 1111 1111' }, 'input.card-number'],
    [{ kind: 'release' }, 'input.invalid'],
    [{ store_id: uuidv7() }, 'catalog.unknown'],
    [{ time_zone: 'Mars/Olympus' }, 'input.invalid'],
  ]
  for (const [change, code] of refused)
    expect([change, (await problemOf(await announce(change))).code]).toEqual([change, code])
  expect(await listed(near)).not.toContainEqual(expect.objectContaining({ kind: 'meet-up' }))
})

test('at most five a day, however many at once', async () => {
  await forget()
  const answers = await Promise.all(Array.from({ length: 8 }, () => announce()))
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses).toEqual([...Array(5).fill(201), ...Array(3).fill(429)])
  expect((await announce({}, ben)).status).toBe(201)
})

test('as a calendar: when, where and what became of it, one of them or all around', async () => {
  await forget()
  const { id, starts_at } = await announced({ text: 'Bring, two; pairs\\\nand a friend' })
  const eventIn = async (path: string) =>
    eventsOf(readCalendar(await (await fetch(api(path))).text())).find(({ UID }) => UID?.value === id)
  const event = await eventIn(`/${id}/event.ics`)
  expect(event).toMatchObject({
    SUMMARY: { value: 'Swap meet' },
    DTSTART: { value: `${starts_at.slice(0, 19).replace(/[-:]/g, '')}Z` },
    DESCRIPTION: { value: 'Meet-up\nBring, two; pairs\\\nand a friend' },
    LOCATION: { value: 'Test Store, Oakland, CA' },
    URL: { value: `${web.api.origin}/events/${id}` },
    ...{ STATUS: { value: 'CONFIRMED' }, SEQUENCE: { value: '0' } },
  })
  const all = await fetch(api(`.ics?${near}`))
  expect(all.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(await eventIn(`.ics?${near}`)).toEqual(event)
  await ask(api(`/${id}`), { method: 'DELETE', token: ann.token })
  expect(await eventIn(`.ics?${near}`)).toMatchObject({
    STATUS: { value: 'CANCELLED' },
    SEQUENCE: { value: '1' },
  })
  const tag = (await fetch(api(`.ics?${near}`))).headers.get('etag') ?? ''
  expect((await fetch(api(`.ics?${near}`), { headers: { 'if-none-match': tag } })).status).toBe(304)
})

test('a cell that is none, or of another size, is said to be that', async () => {
  const { city, street } = placeAt('wythe')
  for (const cell of [city, street, '8728308281fffff', '87ffffffffffff0'])
    expect(await problemOf(await fetch(api(`?near=${cell}`)))).toMatchObject({
      status: 422,
      code: 'cell.invalid',
    })
  for (const cell of ['here', '', '40.7,-73.9'])
    expect((await fetch(api(`?near=${encodeURIComponent(cell)}`))).status).toBe(422)
})

test('what moderators do to words, members and posts they do to events', async () => {
  await forget()
  const { sql } = web.api
  const now = new Date()
  await setRole(sql, 'ben', 'moderator')
  for (const [pattern, act] of [
    ['bootlegs', 'refuse'],
    ['replicas', 'hold'],
  ] as const)
    await addFilter(sql, { input: { kind: 'word', pattern, act }, by: ben.id, now })
  for (const change of [{ title: 'B0otlegs here' }, { text: 'replicas' }])
    expect((await problemOf(await announce(change))).code).toBe('moderation.filtered')

  const { id } = await announced({ title: 'Not what it seems' })
  const remove = ({ token } = ben) =>
    ask(api(`/${id}/remove`), { token, body: { rule: 'scam', note: 'There is no such place.' } })
  expect((await remove(ann)).status).toBe(403)
  expect((await remove()).status).toBe(204)
  for (const { token } of [ann, ben]) expect((await ask(api(`/${id}`), { token })).status).toBe(404)
  expect((await remove()).status).toBe(404)
  const log = await (await ask(`${web.origin}/api/moderation/log`)).json()
  expect(log.items[0]).toMatchObject({ act: 'event.removed', by: { username: 'ben' }, rule: 'scam' })

  await muteMember(sql, { username: 'ann', by: ben.id, hours: 1, reason: 'Enough for today.', now })
  expect((await problemOf(await announce())).code).toBe('moderation.muted')
  await sql`delete from app.silence`
})

test('a blocked member announces nothing to whom they are blocked by, and the other way round', async () => {
  await forget()
  const [dan, eve] = [await register(web.origin, 'dan'), await register(web.origin, 'eve')]
  const [his, hers] = [await announced({}, dan), await announced({}, eve)]
  await blockMember(web.api.sql, { memberId: dan.id, username: 'eve', kind: 'block', now: new Date() })
  const seen = async (token: string) => (await listed(near, token)).map(({ id }) => id)
  expect(await seen(dan.token)).not.toContain(hers.id)
  expect(await seen(eve.token)).not.toContain(his.id)
  expect(await seen(ann.token)).toEqual(expect.arrayContaining([his.id, hers.id]))
})

test('who leaves comes nowhere any more, and what they announced is called off without their words', async () => {
  await forget()
  const cleo = await register(web.origin, 'cleo')
  const { id } = await announced({ title: 'Cleo sells all' }, cleo)
  await rsvp(id, 'going', cleo)
  const body = { password: 'seven green lamps at dawn' }
  expect((await ask(`${web.origin}/api/me`, { method: 'DELETE', token: cleo.token, body })).status).toBe(204)
  expect(await one(id)).toMatchObject({ title: 'Event', text: '', author: null, cancelled: true, going: 0 })
})
