import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { openNominatim } from '../../adapters/geocoders/nominatim.ts'
import type { Geocoder, Spot } from '../../core/geo/geocoder.ts'
import { connect } from '../../db/client.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { openService, openStrictService } from '../../test/support/geocoders.ts'
import { openFindPlace } from './find.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await createDatabase()
})
afterAll(() => db.close())
beforeEach(() => db.app`delete from app.geocoder`)

const REST_MS = 250
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
const ownSpot: Spot = { label: 'From our files', latitude: 1, longitude: 1 }
const files = async (question: string) => (/known|^\d{5}$/.test(question) ? [ownSpot] : [])

const nominatimAt = (url: string): Geocoder => ({
  ...openNominatim({ url, contact: '(+https://snpd.example)', timeoutMs: 3_000 }),
  restMs: REST_MS,
})

/** As one web process: a client of its own, and nothing shared with another but the database. */
function openProcess(geocoder: Geocoder | undefined, patienceMs = 10_000) {
  const sql = connect(db.appUrl, { name: 'test', max: 3 })
  onTestFinished(() => sql.end())
  return openFindPlace({ sql, geocoder, offline: files, logger: quiet, patienceMs })
}

test('three processes that ask at once ask the service one at a time, with its rest between, each question once', async () => {
  const service = await openStrictService({ restMs: REST_MS })
  const processes = Array.from({ length: 3 }, () => openProcess(nominatimAt(service.url)))
  const questions = ['A street', 'B street', 'C street', 'D street']
  const answers = await Promise.all(
    processes.flatMap((find) => [...questions, ...questions].map((question) => find(question))),
  )
  expect(service.broken).toEqual([])
  expect(service.requests).toHaveLength(questions.length)
  expect(new Set(answers.map(({ spots }) => spots[0]?.label))).toEqual(
    new Set(questions.map((question) => `The ${question.toLowerCase()}`)),
  )
  expect(answers[0]).toMatchObject({ licence: { text: expect.stringContaining('OpenStreetMap') } })
})

test('one question in any spelling is one question', async () => {
  const service = await openStrictService({ restMs: REST_MS })
  const find = openProcess(nominatimAt(service.url))
  for (const text of ['Wythe  Avenue', ' wythe avenue ', 'WYTHE\u00a0AVENUE', 'wythe avenue'])
    await find(text)
  expect(service.requests).toHaveLength(1)
})

test('that there is no such place is kept too, with its licence, for less long; and what was asked is not to be read', async () => {
  const service = await openStrictService({ restMs: REST_MS, reply: () => ({ json: [] }) })
  const geocoder = nominatimAt(service.url)
  const find = openProcess(geocoder)
  for (let time = 0; time < 3; time++) expect((await find('my own street 7')).spots).toEqual([])
  expect(service.requests).toHaveLength(1)
  const [row] = await db.app<{ text: string; licence: string; days: number }[]>`
    select g::text as text, licence, round(extract(epoch from expires_at - now()) / 86400)::int4 as days
    from app.geocode g`
  expect(row).toMatchObject({ licence: geocoder.licence.text, days: geocoder.keep.nothing / 86_400 })
  expect(row?.text).not.toMatch(/own street/i)
})

test('what may be kept no longer is asked again, and not kept', async () => {
  const service = await openService(() => ({ json: [{ display_name: 'Here', lat: '1', lon: '2' }] }))
  const find = openProcess(nominatimAt(service.url))
  await find('old street')
  await db.app`update app.geocode set expires_at = now() - interval '1 second'`
  await find('new street')
  expect(await db.app`select 1 from app.geocode`).toHaveLength(1)
  await find('old street')
  expect(service.requests).toHaveLength(3)
})

test('after a 403 nobody asks again, in no process, and our own files answer', async () => {
  const service = await openService(() => ({ status: 403, json: {} }))
  const [one, other] = [openProcess(nominatimAt(service.url)), openProcess(nominatimAt(service.url))]
  expect(await one('a known street')).toMatchObject({ spots: [ownSpot], onAnyMap: true })
  await expect(other('some street')).rejects.toMatchObject({ name: 'Retryable', code: 'geocoder.busy' })
  expect(await other('another known street')).toMatchObject({ spots: [ownSpot] })
  expect(service.requests).toHaveLength(1)
  expect(await db.app`select stopped from app.geocoder`).toEqual([
    { stopped: expect.stringContaining('403') },
  ])
  // An operator who has put it right.
  await db.app`delete from app.geocoder`
  await one('yet another known street')
  expect(service.requests).toHaveLength(2)
})

test('while it asks for a pause nobody asks it, and whoever asks is answered at once', async () => {
  const service = await openService(() => ({ status: 429, headers: { 'retry-after': '60' }, json: {} }))
  const find = openProcess(nominatimAt(service.url), 200)
  for (const question of ['first', 'second', 'third'])
    await expect(find(question)).rejects.toMatchObject({ code: 'geocoder.busy' })
  expect(service.requests).toHaveLength(1)
  expect(await db.app`select 1 from app.geocode`).toHaveLength(0)
})

test('a process that died while it asked holds nobody up for good', async () => {
  const service = await openService(() => ({ json: [{ display_name: 'Here', lat: '1', lon: '2' }] }))
  const geocoder = nominatimAt(service.url)
  // As it left both rows behind, and its time is over.
  await db.app`insert into app.geocoder (id, free_at) values (${geocoder.id}, now() - interval '1 ms')`
  await db.app`
    insert into app.geocode (geocoder, question, licence, licence_url, expires_at)
    values (${geocoder.id}, sha256('the street'), '', '', now() - interval '1 ms')`
  expect(await openProcess(geocoder)('the street')).toMatchObject({ spots: [{ label: 'Here' }] })
})

test('a ZIP code is nobody else’s to know, and without a service nothing is asked', async () => {
  const service = await openService(() => ({ json: [] }))
  expect(await openProcess(nominatimAt(service.url))(' 11211 ')).toMatchObject({ spots: [ownSpot] })
  expect(await openProcess(undefined)('a known place')).toMatchObject({ spots: [ownSpot] })
  expect((await openProcess(undefined)('unheard of')).spots).toEqual([])
  expect(service.requests).toHaveLength(0)
})
