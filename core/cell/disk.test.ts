import { expect, test } from 'vitest'
import { alertFilterShape, MOST_CELLS } from '../alert/filter.ts'
import { placeOf } from './cell.ts'
import { cellsAround, middleOf, type Position, radii } from './disk.ts'

const KM_PER_DEGREE = 111.195
const cities: Position[] = [
  { latitude: 40.7195, longitude: -73.9613 },
  { latitude: 34.0463, longitude: -118.2365 },
  { latitude: 1.29, longitude: 103.85 },
  { latitude: -41.29, longitude: 174.78 },
  { latitude: 64.15, longitude: -21.94 },
  // H3's pentagon near it has the smallest cells.
  { latitude: 50.1, longitude: -143.47 },
]

/** So far off, in so many directions. */
function ring({ latitude, longitude }: Position, km: number): Position[] {
  return Array.from({ length: 24 }, (_, step) => {
    const angle = (step / 24) * 2 * Math.PI
    const north = (km / KM_PER_DEGREE) * Math.cos(angle)
    const east = ((km / KM_PER_DEGREE) * Math.sin(angle)) / Math.cos((latitude * Math.PI) / 180)
    return { latitude: latitude + north, longitude: longitude + east }
  })
}

test('no shop within the radius is missed, and the filter takes the cells', () => {
  for (const radius of radii)
    for (const city of cities) {
      const cells = new Set(cellsAround(city, radius))
      for (const share of [0, 0.3, 0.7, 0.98])
        for (const shop of ring(city, radius.km * share))
          expect(cells.has(placeOf(shop)[radius.kind]), `${radius.km} km of ${city.latitude}`).toBe(true)
      expect(cells.size).toBeLessThanOrEqual(MOST_CELLS)
      expect(alertFilterShape.safeParse({ cells: [...cells] }).success).toBe(true)
    }
})

test('a shop far beyond the radius is left out', () => {
  for (const radius of radii)
    for (const city of cities) {
      const cells = new Set(cellsAround(city, radius))
      // Beyond by the blur and the size of the cells that say the radius.
      const beyond = { street: 6, area: 8, city: 45 }[radius.kind]
      for (const shop of ring(city, radius.km + beyond))
        expect(cells.has(placeOf(shop)[radius.kind])).toBe(false)
    }
})

test('two people in one area send the same cells: where in it they stand is not told', () => {
  const { area } = placeOf({ latitude: 40.7195, longitude: -73.9613 })
  const middle = middleOf(area)
  const others = ring(middle, 0.4).filter((point) => placeOf(point).area === area)
  expect(others.length).toBeGreaterThan(5)
  for (const radius of radii)
    for (const other of others)
      expect(cellsAround(other, radius).sort()).toEqual(cellsAround(middle, radius).sort())
})
