import {
  cellToChildren,
  cellToLatLng,
  cellToParent,
  getPentagons,
  greatCircleDistance,
  gridDisk,
} from 'h3-js'
import { describe, expect, test } from 'vitest'
import { placeOf } from '../cell/cell.ts'
import { feedCells, foundUnder, NEAR_KM } from './near.ts'

const towns = [
  { latitude: 40.7195, longitude: -73.9613 },
  { latitude: 1.29, longitude: 103.85 },
  { latitude: -41.29, longitude: 174.78 },
  // The date line and a pole run through these.
  { latitude: -16.8, longitude: 179.999 },
  { latitude: 89.99, longitude: 10 },
]
/** Areas of towns, and at a pentagon and beside one: there cells are smallest and most bent. */
const views = [
  ...towns.map((town) => placeOf(town).area),
  ...getPentagons(7).flatMap((pentagon) => gridDisk(pentagon, 1).slice(0, 3)),
]

const kmApart = (one: string, other: string) =>
  greatCircleDistance(cellToLatLng(one), cellToLatLng(other), 'km')

/** What is near, asked of one post at a time. */
function isNear(published: string, view: string): boolean {
  const under = foundUnder(published)
  return cellToChildren(under, 7).some((area) => kmApart(area, view) <= NEAR_KM)
}

/** Every cell of each resolution far and wide around, seven times as many areas as are near. */
function cellsFarAndWide(view: string): string[] {
  const areas = gridDisk(view, 9)
  const parents = [6, 5].flatMap((resolution) => areas.map((area) => cellToParent(area, resolution)))
  return [...new Set([...areas, ...parents])]
}

describe('seen from an area', () => {
  test('is all that may be within five miles, and nothing else', () => {
    for (const view of views) {
      const cells = new Set(feedCells(view))
      for (const published of cellsFarAndWide(view))
        expect(cells.has(published), `${published} from ${view}`).toBe(isNear(published, view))
    }
  })

  test('are few cells, each once', () => {
    for (const view of views) {
      const cells = feedCells(view)
      expect(new Set(cells).size).toBe(cells.length)
      expect(cells.length).toBeLessThan(91)
    }
  })

  test('is oneself, and seeing is mutual among areas', () => {
    for (const view of views.slice(0, 9)) {
      const areas = feedCells(view).filter((cell) => cell.startsWith('87'))
      expect(areas).toContain(view)
      for (const area of areas) expect(feedCells(area)).toContain(view)
    }
  })
})

describe('a post that is told to be in a street', () => {
  test('is found with its area: where in it changes nothing', () => {
    const { area } = placeOf({ latitude: 40.7195, longitude: -73.9613 })
    for (const street of cellToChildren(area, 8)) expect(foundUnder(street)).toBe(area)
  })

  test('is found as it is told where that is coarser', () => {
    const { area, city } = placeOf({ latitude: 40.7195, longitude: -73.9613 })
    for (const cell of [area, cellToParent(area, 6), city]) expect(foundUnder(cell)).toBe(cell)
  })
})

test('of a city all that is in it is seen, and nothing of the next', () => {
  const { city } = placeOf({ latitude: 40.7195, longitude: -73.9613 })
  const cells = new Set(feedCells(city))
  expect(cells.size).toBe(49 + 7 + 1)
  for (const cell of [city, ...cellToChildren(city, 6), ...cellToChildren(city, 7)])
    expect(cells.has(cell)).toBe(true)
  const other = gridDisk(city, 1).find((each) => each !== city) ?? ''
  for (const cell of [other, ...cellToChildren(other, 7)]) expect(cells.has(cell)).toBe(false)
})
