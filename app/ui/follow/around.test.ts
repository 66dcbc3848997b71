import { expect, test } from 'vitest'
import { cellsAround, radii } from '../../../core/cell/disk.ts'
import { aroundWords } from './around.ts'

const corner = { latitude: 40.7195, longitude: -73.9613 }
const shop = (name: string, place: { latitude: number | null; longitude: number | null }) => ({
  ...{ id: '00000000-0000-7000-8000-000000000001', slug: name, name, city: 'Brooklyn', state: 'NY' },
  ...place,
})

test('a radius is told by its size and the shop that is nearest', () => {
  const stores = [
    shop('Far', { latitude: 41.9, longitude: -87.6 }),
    shop('Web', { latitude: null, longitude: null }),
    shop('Corner', corner),
  ]
  for (const radius of radii) {
    const words = aroundWords(cellsAround(corner, radius), stores)
    expect(words).toBe(`${radius.km} km around, nearest shop Corner, Brooklyn`)
  }
  expect(aroundWords(cellsAround(corner, radii[0]), [])).toBe('2 km around')
})
