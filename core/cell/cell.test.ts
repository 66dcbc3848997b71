import { cellToParent, getPentagons, getResolution, latLngToCell } from 'h3-js'
import { describe, expect, test } from 'vitest'
import { type CellKind, parseCell, placeOf, resolutions, withNeighbours } from './cell.ts'

const brooklyn = { latitude: 40.7195, longitude: -73.9613 }
const kinds = Object.keys(resolutions) as CellKind[]

/** Points all over the world, always the same. */
const points = Array.from({ length: 500 }, (_, n) => ({
  latitude: ((n * 73) % 179) - 89 + n / 1000,
  longitude: ((n * 151) % 359) - 179 + n / 1000,
}))

describe('a place', () => {
  test('has one cell of each resolution, and each is the parent of the finer', () => {
    for (const point of points) {
      const place = placeOf(point)
      for (const kind of kinds) {
        expect(getResolution(place[kind])).toBe(resolutions[kind])
        expect(place[kind]).toBe(cellToParent(place.door, resolutions[kind]))
      }
      expect(cellToParent(place.street, resolutions.area)).toBe(place.area)
    }
  })

  test('keeps to its door where the coarser hexagon around the point is another one', () => {
    const bayou = { latitude: 29.9316, longitude: -90.0737 }
    expect(placeOf(bayou).city).not.toBe(latLngToCell(bayou.latitude, bayou.longitude, resolutions.city))
  })

  test('is on Earth', () => {
    for (const wrong of [
      { latitude: 91, longitude: 0 },
      { latitude: 0, longitude: 181 },
      { latitude: Number.NaN, longitude: 0 },
      { latitude: 0, longitude: Number.POSITIVE_INFINITY },
    ])
      expect(() => placeOf(wrong)).toThrow(RangeError)
  })
})

describe('a cell that somebody sent', () => {
  test('is taken in its one spelling and of the resolution that is asked for', () => {
    const place = placeOf(brooklyn)
    for (const kind of kinds) expect(parseCell(place[kind], kind)).toBe(place[kind])
    expect(() => parseCell(place.street, 'city')).toThrow('of resolution 8, and a city is of 5')
  })

  test('is refused with what to do when it is none', () => {
    const { door } = placeOf(brooklyn)
    const wrong = [
      '',
      door.toUpperCase(),
      `0x${door}`,
      `${door}f`,
      `${door}\n`,
      '892a100d3afffef',
      '8f'.repeat(8),
    ]
    for (const text of wrong)
      expect(() => parseCell(text, 'door'), text).toThrow(
        expect.objectContaining({ code: 'cell.invalid', fix: expect.stringContaining('resolution 9') }),
      )
  })
})

test('neighbours are mutual, pentagons included', () => {
  const pentagon = getPentagons(resolutions.area)[0] ?? ''
  expect(withNeighbours(pentagon)).toHaveLength(6)
  for (const cell of [placeOf(brooklyn).area, pentagon])
    for (const other of withNeighbours(cell)) expect(withNeighbours(other)).toContain(cell)
})
