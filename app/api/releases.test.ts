import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { type Release, releaseShape } from '../../core/release/shape.ts'
import { type NewRelease, upsertRelease } from '../../db/releases/upsert.ts'
import { ask } from '../../test/support/http.ts'
import { eventsOf, readCalendar } from '../../test/support/icalendar.ts'
import { addCatalog } from '../../test/support/members.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

const DAYS = 'from=2026-05-01&to=2026-05-31'
let web: TestWeb
let place: { sneakerId: string; storeId: string }
beforeAll(async () => {
  web = await startTestWeb()
  place = await addCatalog(web.db.app)
})
afterAll(() => web.close())

async function announce(change: Partial<NewRelease> = {}): Promise<NewRelease> {
  const release: NewRelease = {
    ...{ id: uuidv7(), sneaker_id: place.sneakerId, store_id: place.storeId, on: { day: '2026-05-09' } },
    ...{ zone: 'America/Los_Angeles', kind: 'in-store', url: null, evidence: 'a poster' },
    price: { minor: 12_345, currency: 'USD' },
    ...change,
  }
  await upsertRelease(web.db.app, release)
  return release
}

const listed = async (query: string): Promise<Release[]> => {
  const response = await ask(`${web.origin}/api/releases?${query}`)
  return releaseShape.array().parse((await response.json()).items)
}
const calendar = (query: string, headers?: Record<string, string>) =>
  fetch(`${web.origin}/api/releases.ics?${query}`, { headers })
const eventOf = async (query: string, id: string) =>
  eventsOf(readCalendar(await (await calendar(query)).text())).find(({ UID }) => UID?.value === id)

test("a day is a day on the shop's clock, at both ends and in whatever zone", async () => {
  // By UTC the day before, and the day after.
  const { id } = await announce({ on: { day: '2026-07-01', time: '00:30' }, zone: 'Pacific/Auckland' })
  const other = await announce({ on: { day: '2026-07-01', time: '23:30' }, zone: 'Pacific/Pago_Pago' })
  const ids = async (query: string) => (await listed(query)).map((release) => release.id)
  expect(await ids('from=2026-07-01&to=2026-07-01')).toEqual([id, other.id])
  expect(await ids('from=2026-06-29&to=2026-06-30')).toEqual([])
  expect(await ids('from=2026-07-02&to=2026-07-03')).toEqual([])
  expect((await listed('from=2026-07-01&to=2026-07-01'))[0]).toMatchObject({
    ...{ releases_at: '2026-06-30T12:30:00.000Z', day: '2026-07-01', precision: 'time' },
    ...{ zone: 'Pacific/Auckland', price_minor: 12_345, store: { id: place.storeId } },
  })
})

test('an hour is the hour of its season', async () => {
  await announce({ on: { day: '2026-08-01', time: '10:00' }, zone: 'America/New_York' })
  await announce({ on: { day: '2026-12-01', time: '10:00' }, zone: 'America/New_York' })
  const hours = (await listed('from=2026-08-01&to=2026-12-31')).map(({ releases_at }) =>
    releases_at.slice(11, 13),
  )
  expect(hours).toEqual(['14', '15'])
})

test('only what is asked for: a pair, a shop', async () => {
  const other = await addCatalog(web.db.app)
  const here = await announce({ on: { day: '2026-09-01' } })
  const there = await announce({ on: { day: '2026-09-02' }, sneaker_id: other.sneakerId, store_id: null })
  const ids = async (query: string) =>
    (await listed(`from=2026-09-01&to=2026-09-30${query}`)).map(({ id }) => id)
  expect(await ids('')).toEqual([here.id, there.id])
  expect(await ids(`&sneaker_id=${other.sneakerId}`)).toEqual([there.id])
  expect(await ids(`&store_id=${place.storeId}`)).toEqual([here.id])
  const text = await (await calendar(`from=2026-09-01&to=2026-09-30&store_id=${place.storeId}`)).text()
  expect(eventsOf(readCalendar(text)).map(({ UID }) => UID?.value)).toEqual([here.id])
})

test("SNPD's own drops are in both, with the way to them", async () => {
  const id = uuidv7()
  await web.db.app`insert into app.drop
    (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${id}, 'calendar-drop', 'Drop', ${place.sneakerId}, ${place.storeId}, 'https://shop.example/p', 15000,
      'USD', ${['9']}, '2026-10-01T15:00:00Z')`
  const query = 'from=2026-10-01&to=2026-10-01'
  expect(await listed(query)).toMatchObject([{ id, kind: 'drop', drop_slug: 'calendar-drop' }])
  expect(await eventOf(query, id)).toMatchObject({
    DTSTART: { value: '20261001T150000Z' },
    URL: { value: expect.stringMatching(/\/drops\/calendar-drop$/) },
  })
})

test('without an hour the event is that whole day, with one it is that moment in UTC', async () => {
  const day = await announce()
  const hour = await announce({ on: { day: '2026-05-09', time: '10:00' } })
  expect(await eventOf(DAYS, day.id)).toMatchObject({
    DTSTART: { value: '20260509', parameters: { VALUE: 'DATE' } },
  })
  expect((await eventOf(DAYS, hour.id))?.DTSTART).toEqual({ value: '20260509T170000Z', parameters: {} })
})

test('what is long, foreign or punctuated comes through whole', async () => {
  const evidence = `a, b; c \\ d "e"\nf: ${'Größe 44⅔ 鞋 '.repeat(20)}end`
  const { id } = await announce({ evidence, on: { day: '2026-05-10' } })
  expect((await eventOf(DAYS, id))?.DESCRIPTION?.value).toBe(`In store\n$123.45\nAccording to ${evidence}`)
})

test('a subscriber is told of a change by its sequence, under the same name, and of nothing else', async () => {
  const release = await announce({ on: { day: '2026-05-11' } })
  const before = await eventOf(DAYS, release.id)
  await upsertRelease(web.db.app, release)
  expect(await eventOf(DAYS, release.id)).toEqual(before)
  await upsertRelease(web.db.app, { ...release, cancelled: true })
  const after = await eventOf(DAYS, release.id)
  expect([before?.SEQUENCE?.value, after?.SEQUENCE?.value]).toEqual(['0', '1'])
  expect(after).toMatchObject({ STATUS: { value: 'CANCELLED' }, 'LAST-MODIFIED': after?.DTSTAMP })
  expect((after?.DTSTAMP?.value ?? '') >= (before?.DTSTAMP?.value ?? '')).toBe(true)
})

test('an unchanged calendar is not sent again', async () => {
  const first = await calendar(DAYS)
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const etag = first.headers.get('etag') ?? ''
  expect((await calendar(DAYS, { 'if-none-match': etag })).status).toBe(304)
  await announce({ on: { day: '2026-05-12' } })
  expect((await calendar(DAYS, { 'if-none-match': etag })).status).toBe(200)
})

test('days that are none, in the wrong order or too far apart are refused', async () => {
  for (const query of [
    'from=2026-02-30',
    'from=0000-01-01',
    'to=9999-12-31',
    'from=2026-05-02&to=2026-05-01',
    'from=2020-01-01&to=2026-01-01',
    'sneaker_id=1',
    'cell=8',
  ])
    expect([query, (await ask(`${web.origin}/api/releases?${query}`)).status]).toEqual([query, 422])
  expect((await ask(`${web.origin}/api/releases?to=1970-01-01`)).status).toBe(200)
  expect((await ask(`${web.origin}/api/releases?from=2199-12-31`)).status).toBe(200)
})
