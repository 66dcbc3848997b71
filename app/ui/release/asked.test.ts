import { expect, test } from 'vitest'
import { askedOf, calendarHref, feedPath, releasesPath } from './asked.ts'

const now = new Date('2026-05-09T12:00:00Z')
const id = '00000000-0000-7000-8000-000000000001'

test('an address says a month, a pair and a shop; what cannot be read is left out', () => {
  expect(askedOf({ month: '2026-12', sneaker: id, store: id }, now)).toEqual({
    ...{ month: '2026-12', sneaker: id, store: id },
  })
  expect(askedOf({ month: '2026-13', sneaker: 'x', store: [id, id] }, now)).toEqual({ month: '2026-05' })
})

test('the page, its releases and its feed are of the same pair and shop', () => {
  const of = { month: '2026-02', sneaker: id }
  expect(calendarHref(of)).toBe(`/calendar?month=2026-02&sneaker=${id}`)
  expect(releasesPath(of)).toBe(`/releases?from=2026-02-01&to=2026-02-28&sneaker_id=${id}`)
  expect(feedPath(of)).toBe(`/api/releases.ics?sneaker_id=${id}`)
  expect(feedPath({})).toBe('/api/releases.ics')
})
