import { expect, test } from 'vitest'
import { placeOf } from '../../core/cell/cell.ts'
import { openOffline } from './offline.ts'

const { find, nameCity } = openOffline()
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

const nameAt = (latitude: number, longitude: number) => nameCity(placeOf({ latitude, longitude }).city)

test('a city cell is called after the largest city around its middle, and in the country after the nearest', async () => {
  expect(await nameAt(45.52, -122.68)).toBe('Portland')
  expect(await nameAt(40.7195, -73.9613)).toBe('New York City')
  expect(await nameAt(43.65, -79.38)).toBe('Toronto')
})

test('a city cell far from any city has no name', async () => {
  expect(await nameAt(0, -140)).toBeNull()
  // Asked again, from what is remembered.
  expect(await nameAt(0, -140)).toBeNull()
})
