import { expect, test } from 'vitest'
import { askedOf, groupsHref, groupsPath } from './asked.ts'

const near = '852a1073fffffff'

test('a list has one address, and is read back from it', () => {
  for (const asked of [{}, { near }, { mine: '1' }, { q: 'cooks & more' }] as const) {
    const { searchParams } = new URL(groupsHref(asked), 'http://x')
    expect(askedOf(Object.fromEntries(searchParams))).toEqual(asked)
  }
})

test('nonsense in the address is the list of all, never an error', () => {
  for (const asked of [{ near: '872a1073fffffff' }, { near: [near, near] }, { mine: 'yes' }, { q: '  ' }])
    expect(askedOf(asked)).toEqual({})
})

test('the API is asked for the same', () => {
  expect(groupsPath({})).toBe('/groups?limit=30')
  expect(groupsPath({ q: 'a&b' })).toBe('/groups?limit=30&q=a%26b')
})
