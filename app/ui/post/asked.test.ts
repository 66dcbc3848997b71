import { expect, test } from 'vitest'
import { askedOf, feedHref, feedPath, watchOf } from './asked.ts'

const area = '872a100d3ffffff'
const city = '852a100bfffffff'
const id = '019aa0f2-0000-7000-8000-000000000001'

test('an address says which feed; what cannot be read is left out', () => {
  expect(askedOf({ near: area, sort: 'hot' })).toEqual({ near: area, sort: 'hot' })
  expect(askedOf({ following: '1' })).toEqual({ following: '1' })
  const odd = { near: '892a100d3afffff', sort: 'best', following: 'true', sneaker: 'x', store: [id, id] }
  expect(askedOf(odd)).toEqual({})
})

test('of several ways to narrow a feed the first one counts', () => {
  expect(askedOf({ sort: 'hot', store: id, near: area })).toEqual({ near: area, sort: 'hot' })
})

test('no position fits into an address: a finer cell than an area is not read', () => {
  for (const resolution of '01234689abcdef')
    expect(askedOf({ near: `8${resolution}${area.slice(2)}` })).toEqual({})
})

test('an address and what it means are the same thing', () => {
  const of = { near: city, sort: 'hot' } as const
  const url = new URL(feedHref(of), 'http://snpd.test')
  expect(askedOf(Object.fromEntries(url.searchParams))).toEqual(of)
  expect(feedHref({})).toBe('/')
})

test('the API is asked the same in its own words, and for the page after', () => {
  expect(feedPath({ near: area }, null)).toBe(`/community/feed?limit=20&near=${area}`)
  expect(feedPath({ store: id }, null)).toBe(`/community/feed?limit=20&store_id=${id}`)
  expect(feedPath({ sort: 'hot' }, 'a~1.5')).toBe('/community/feed?limit=20&sort=hot&cursor=a%7E1.5')
})

test('what a feed wants to hear of is its group, its surroundings, or everything', () => {
  for (const near of [area, city]) expect(watchOf({ near })).toEqual({ near })
  expect(watchOf({ store: id })).toEqual({ all: true })
  expect(watchOf({ group: id })).toEqual({ group_id: id })
})
