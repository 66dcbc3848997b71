import { expect, test } from 'vitest'
import { openOffline } from './offline.ts'

const find = openOffline()
const labels = async (question: string) => (await find(question)).map(({ label }) => label)
const first = async (question: string) => (await labels(question))[0]

test('of cities of one name the largest comes first, and at most five', async () => {
  expect(await labels('portland')).toEqual([
    'Portland, Oregon, United States',
    'Portland, Maine, United States',
    ...[expect.any(String), expect.any(String), expect.any(String)],
  ])
})

test('what stands behind the name says which: state, province or country, in words, letters, and any case', async () => {
  for (const question of ['portland, me', 'portland me', 'portland, maine', 'portland, maine, usa'])
    expect([question, await first(question)]).toEqual([question, 'Portland, Maine, United States'])
  for (const question of ['toronto on', 'toronto ontario', 'toronto canada', 'toronto ca'])
    expect([question, await first(question)]).toEqual([question, 'Toronto, Ontario, Canada'])
  expect(await first('paris france')).toBe('Paris, France')
  expect(await first('san jose ca')).toBe('San Jose, California, United States')
  expect(await first('london, uk')).toBe('London, United Kingdom')
  expect(await labels('portland, france')).toEqual([])
})

test('marks, abbreviations and "City" are as people write them', async () => {
  expect(await first('montreal')).toBe('Montréal, Quebec, Canada')
  expect(await first('saint louis, missouri')).toBe('St. Louis, Missouri, United States')
  expect(await first('new york')).toBe('New York City, New York, United States')
  expect(await first('québec city')).toBe('Québec, Quebec, Canada')
})

test('a ZIP code is where it is, with its four more and without; one that is none is nowhere', async () => {
  const [plain] = await find('11211')
  expect(plain).toMatchObject({ label: 'ZIP 11211' })
  expect(Math.hypot((plain?.latitude ?? 0) - 40.712, (plain?.longitude ?? 0) + 73.953)).toBeLessThan(0.02)
  expect(await find('11211-1234')).toEqual([plain])
  expect(await find('00000')).toEqual([])
})

test('words of the language are not taken for places', async () => {
  for (const question of ['constructor', '__proto__', 'nowhere at all', '…', ','])
    expect([question, await labels(question)]).toEqual([question, []])
})

test('small places are known near by and not far away', async () => {
  // 1,200 people in Vermont; 16,000 and 12,600 in Germany.
  expect(await first('bridport, vermont')).toBe('Bridport, Vermont, United States')
  expect(await labels('witzenhausen, germany')).toHaveLength(1)
  expect(await labels('zeven, germany')).toEqual([])
})
