import { expect, test } from 'vitest'
import { openService } from '../../test/support/geocoders.ts'
import { openGoogle } from './google.ts'
import { openNominatim } from './nominatim.ts'
import { openGeocoder } from './open.ts'

const contact = '(+https://snpd.example)'
const place = { display_name: 'Wythe Avenue, Brooklyn', lat: '40.7195', lon: '-73.9613' }

test('Nominatim is asked for the question, by name, for a handful of places', async () => {
  const service = await openService(() => ({ json: [place] }))
  const nominatim = openNominatim({ url: `${service.url}/`, contact })
  expect(await nominatim.find('wythe avenue')).toEqual({
    kind: 'found',
    spots: [{ label: 'Wythe Avenue, Brooklyn', latitude: 40.7195, longitude: -73.9613 }],
  })
  const [request] = service.requests
  expect(request?.url).toBe('/search?q=wythe+avenue&format=jsonv2&limit=5')
  expect(request?.headers['user-agent']).toMatch(/^SNPD\/.+ \(\+https:\/\/snpd\.example\)$/)
})

test('a 403 is an end, a 429 a pause as long as it says, and a broken answer a pause', async () => {
  const service = await openService(({ searchParams }) => {
    const status = Number(searchParams.get('q'))
    return { status, headers: { 'retry-after': '7' }, json: status === 200 ? { nonsense: 1 } : [] }
  })
  const nominatim = openNominatim({ url: service.url, contact })
  expect(await nominatim.find('403')).toMatchObject({ kind: 'stop' })
  expect(await nominatim.find('429')).toMatchObject({ kind: 'later', ms: 7_000 })
  expect(await nominatim.find('200')).toMatchObject({ kind: 'later' })
  expect(await nominatim.find('500')).toMatchObject({ kind: 'later' })
})

test('one that leads elsewhere, never ends, or is not there is a pause', async () => {
  const service = await openService(({ searchParams }) =>
    searchParams.get('q') === 'elsewhere'
      ? { status: 302, headers: { location: '/search?q=here' }, json: [] }
      : { json: ['x'.repeat(2_000_000)] },
  )
  const nominatim = openNominatim({ url: service.url, contact })
  expect(await nominatim.find('elsewhere')).toMatchObject({ kind: 'later' })
  expect(service.requests).toHaveLength(1)
  expect(await nominatim.find('endless')).toMatchObject({ kind: 'later' })
  const nobody = openNominatim({ url: 'http://127.0.0.1:9', contact })
  expect(await nobody.find('here')).toMatchObject({ kind: 'later' })
})

const found = {
  status: 'OK',
  results: [{ formatted_address: 'Not ours to keep', geometry: { location: { lat: 1, lng: 2 } } }],
}

test('of Google the position alone is taken, under the name that was asked for', async () => {
  const service = await openService(() => ({ json: found }))
  const google = openGoogle({ key: 'k&y', url: service.url })
  const spots = [{ label: 'wythe avenue', latitude: 1, longitude: 2 }]
  expect(await google.find('wythe avenue')).toEqual({ kind: 'found', spots })
  expect(service.requests[0]?.url).toBe('/maps/api/geocode/json?address=wythe+avenue&key=k%26y&language=en')
  expect(google).toMatchObject({ onAnyMap: false, keep: { found: 30 * 86_400 } })
})

test("Google's refusals are no places, an end, or a pause, and none of them tells the key", async () => {
  const service = await openService(({ searchParams }) => ({
    json: { status: searchParams.get('address'), results: [], error_message: 'key SECRET is bad' },
  }))
  const google = openGoogle({ key: 'SECRET', url: service.url })
  const nobody = openGoogle({ key: 'SECRET', url: 'http://127.0.0.1:9' })
  const said = {
    none: await google.find('ZERO_RESULTS'),
    denied: await google.find('REQUEST_DENIED'),
    over: await google.find('OVER_QUERY_LIMIT'),
    nobody: await nobody.find('x'),
  }
  expect(said).toMatchObject({
    none: { kind: 'found', spots: [] },
    ...{ denied: { kind: 'stop' }, over: { kind: 'later' }, nobody: { kind: 'later' } },
  })
  expect(JSON.stringify(said)).not.toContain('SECRET')
})

test('which one is asked follows from what is set', () => {
  const name = (url?: string, key?: string) => openGeocoder({ url, key, contact })?.name
  expect([
    name(),
    name('https://geo.example'),
    name(undefined, 'k'),
    name('https://geo.example', 'k'),
  ]).toEqual([...[undefined, 'nominatim', 'google', 'google']])
})
