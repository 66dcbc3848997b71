import { expect, test } from 'vitest'
import { placeOf } from '../../../core/cell/cell.ts'
import { mapCells, ringOf } from '../../../core/geo/map.ts'
import { askedOf, placeHref } from './asked.ts'
import { distanceText } from './distance.ts'
import { projectionOf, stepOf, WIDTH } from './draw.ts'

const places = {
  brooklyn: { latitude: 40.7195, longitude: -73.9613 },
  fiji: { latitude: -16.8, longitude: 179.99 },
  reykjavik: { latitude: 64.15, longitude: -21.94 },
}

test('every hex is within the drawing, north is up, and the date line tears nothing', () => {
  for (const [name, place] of Object.entries(places)) {
    const { area } = placeOf(place)
    const hexes = mapCells(area).areas.map((cell) => ({ ring: ringOf(cell, area) }))
    const { height, place: project } = projectionOf(hexes)
    const points = hexes.flatMap(({ ring }) => ring.map(project))
    for (const [x, y] of points) {
      expect([name, x >= 0 && x <= WIDTH, y >= 0 && y <= height]).toEqual([name, true, true])
    }
    // 61 hexes make about a circle.
    expect(height / WIDTH).toBeGreaterThan(0.8)
    expect(height / WIDTH).toBeLessThan(1.25)
    const { latitude, longitude } = place
    const [, here] = project({ lng: longitude, lat: latitude })
    expect(project({ lng: longitude, lat: latitude + 0.01 })[1]).toBeLessThan(here)
    // Just over the date line is just beside.
    const [x] = project({ lng: longitude, lat: latitude })
    const [over] = project({ lng: ((longitude + 0.02 + 180) % 360) - 180, lat: latitude })
    expect(over - x).toBeGreaterThan(0)
    expect(over - x).toBeLessThan(WIDTH / 4)
  }
})

test('how much goes on has four steps', () => {
  const steps = [0, 1, 3, 4, 11, 12, 500].map((posts) => stepOf({ posts, restocks: 0 }))
  expect(steps).toEqual([0, 1, 1, 2, 2, 3, 3])
  expect(stepOf({ posts: 2, restocks: 2 })).toBe(2)
})

test('what somebody typed into the address is a place or nothing', () => {
  const near = placeOf(places.brooklyn).area
  expect(askedOf({ near })).toEqual({ near, plain: false })
  expect(askedOf({ near, q: 'Paris' })).toEqual({ near, plain: false })
  expect(askedOf({ q: '  Paris ' })).toEqual({ q: 'Paris', plain: false })
  for (const odd of [{ near: 'x' }, { near: [near] }, { q: 'x' }, { near: placeOf(places.brooklyn).city }])
    expect(askedOf(odd)).toEqual({ plain: false })
  expect(placeHref('/map', { near, plain: true })).toBe(`/map?near=${near}&plain=1`)
  expect(placeHref('/events', { q: 'São & Co', plain: false })).toBe('/events?q=S%C3%A3o+%26+Co')
  expect(placeHref('/map', { plain: false })).toBe('/map')
})

test('distances are said as people say them', () => {
  expect([3, 846, 999, 1_000, 2_449, 9_960, 12_345].map(distanceText)).toEqual([
    ...['10 m', '850 m', '1000 m', '1.0 km', '2.4 km', '10.0 km', '12 km'],
  ])
})
