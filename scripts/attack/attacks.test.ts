import { cellArea, cellToLatLng, cellToParent, greatCircleDistance, latLngToCell } from 'h3-js'
import { describe, expect, test } from 'vitest'
import { placeOf } from '../../core/cell/cell.ts'
import { uuidv7 } from '../../core/id.ts'
import { seeded } from '../../core/random.ts'
import { attackAll } from './attacks.ts'
import type { Evidence } from './gather.ts'
import { type Spot, spotsOf, viewpointsOf } from './ground.ts'
import type { Feed } from './look.ts'
import { narrow, trilaterate } from './narrow.ts'
import { photoSays, photoTakenAt } from './photo.ts'
import { isBroken, reportOf, sayReport } from './report.ts'

const { area: home } = placeOf({ latitude: 40.7195, longitude: -73.9613 })
const spots = spotsOf(home)
const far = ({ latitude, longitude }: Spot, from: string) =>
  greatCircleDistance([latitude, longitude], cellToLatLng(from), 'km')

/** An instance as the attacker sees it: what it says of a post, from where it shows it, and in which order. */
type Instance = {
  tells: (spot: Spot, time: number) => object
  shows: (spot: Spot, near: string) => boolean
  sorts: (one: Sent, other: Sent, near: string) => number
  photo: (spot: Spot) => string
  counts: (spot: Spot) => string[]
}
type Sent = { id: string; spot: Spot }

const honest: Instance = {
  tells: ({ area }) => ({ cell: area }),
  shows: ({ area }, near) => greatCircleDistance(cellToLatLng(area), cellToLatLng(near), 'km') < 8.05,
  sorts: (one, other) => (one.id < other.id ? 1 : -1),
  photo: () => '|',
  counts: ({ area }) => [area],
}

function evidenceOf({ tells, shows, sorts, photo, counts }: Instance): Evidence {
  const sent = spots.map((spot, nth) => ({ spot, id: uuidv7(1_000_000 + nth) }))
  const author = { token: 'a', username: 'a', password: 'a' }
  const feed = (near: string): Feed => {
    const shown = sent.filter(({ spot }) => shows(spot, near)).sort((one, other) => sorts(one, other, near))
    const items = shown.map(({ id, spot }) => ({ id, item: { id, ...tells(spot, 0) } }))
    return { near, sort: 'new', status: 200, isPeek: false, shown: items }
  }
  const said = (time: number) => sent.map(({ id, spot }) => ({ id, ...tells(spot, time) }))
  return {
    posts: sent.map((each) => ({ ...each, author, photoId: undefined, onMap: { came: counts(each.spot) } })),
    around: viewpointsOf(home).map(feed),
    afar: [cellToParent(home, 5)].map(feed),
    finer: [],
    reads: said(0).map((one) => [one, one]),
    later: said(1).map((one) => [one]),
    again: said(2),
    photos: spots.map(photo),
  }
}

const attacked = (change: Partial<Instance>) =>
  new Map(attackAll(evidenceOf({ ...honest, ...change })).map((result) => [result.attack, result]))
const cellsOf = (change: Partial<Instance>, attack: string) => attacked(change).get(attack)?.cells

test('seven places are spread over the area, and its neighbours have one each', () => {
  expect(spots.filter(({ area }) => area === home)).toHaveLength(7)
  expect(new Set(spots.map(({ area }) => area)).size).toBe(7)
  expect(viewpointsOf(home).length).toBeGreaterThan(40)
})

describe('an instance that goes by cells', () => {
  test('gives nobody away below an area, by whatever attack', () => {
    for (const { attack, cells } of attacked({}).values())
      expect([attack, cells >= 1]).toEqual([attack, true])
  })

  test('that tells cities gives less away', () => {
    const city = ({ area }: Spot) => ({ cell: cellToParent(area, 5) })
    const results = attacked({
      ...{ tells: city, shows: () => true, counts: ({ area }) => [cellToParent(area, 5)] },
    })
    // The area and its neighbours lie in two of them.
    for (const { cells } of results.values()) expect(cells).toBeGreaterThanOrEqual(2)
  })
})

describe('an attack narrows a post to less than an area where the instance', () => {
  const door = ({ latitude, longitude }: Spot, resolution = 9) =>
    latLngToCell(latitude, longitude, resolution)

  test('says a finer cell, or anything else that differs with the place', () => {
    expect(cellsOf({ tells: (spot) => ({ cell: door(spot) }) }, 'reading')).toBeCloseTo(1 / 7)
    const nearby = (spot: Spot) => ({ cell: spot.area, note: { shop: `${far(spot, home).toFixed(1)} km` } })
    expect(cellsOf({ tells: nearby }, 'reading')).toBeLessThan(1)
  })

  test('hands out pictures as they were sent', () => {
    const photo = ({ latitude }: Spot) => latitude.toFixed(5)
    expect(cellsOf({ photo }, 'pictures')).toBeCloseTo(1 / 7)
  })

  test('shows posts by their true distance, as one did in 2016', () => {
    const found = attacked({ shows: (spot, near) => far(spot, near) < 8.05 }).get('trilateration')
    expect(found?.cells).toBeLessThan(1 / 7)
    expect(found?.km2).toBeLessThan(cellArea(home, 'km2') / 7)
  })

  test('counts posts where they truly are', () => {
    expect(cellsOf({ counts: (spot) => [door(spot, 8)] }, 'counting')).toBeCloseTo(1 / 7)
  })

  test('sorts them by it', () => {
    const sorts: Instance['sorts'] = (one, other, near) => far(one.spot, near) - far(other.spot, near)
    expect(cellsOf({ sorts }, 'ordering')).toBeLessThan(1)
  })

  test('hides the true place behind noise', () => {
    const random = seeded(1)
    const noise = () => (random(1_000) - 500) / 20_000
    const tells = ({ latitude, longitude }: Spot) => ({
      cell: latLngToCell(latitude + noise(), longitude + noise(), 7),
    })
    expect(cellsOf({ tells }, 'averaging')).toBeLessThan(1)
  })

  test('tells a post more finely later', () => {
    const tells = (spot: Spot, time: number) => ({ cell: time === 0 ? spot.area : door(spot, 8) })
    expect(cellsOf({ tells }, 'differencing')).toBeLessThan(1)
    expect(cellsOf({ tells }, 'reading')).toBe(1)
  })
})

test('what is heard alike is as large as all the places that it was heard of', () => {
  const heard = (area: string, ...said: string[]) => said.map((each) => ({ area, heard: each }))
  const other = spots.at(-1)?.area ?? ''
  expect(narrow([...heard(home, 'x', 'x'), ...heard(other, 'y')]).cells).toBe(1)
  expect(narrow([...heard(home, 'x', 'x'), ...heard(other, 'x')]).cells).toBe(2)
  expect(narrow([...heard(home, 'x', 'y', 'x', 'x'), ...heard(other, 'z')]).cells).toBe(0.25)
})

test('geometry finds the true place from who saw it by distance, and none where cells decide', () => {
  const [spot] = spots
  if (!spot) throw new Error('no spot')
  const looks = viewpointsOf(home).map((from) => ({ from, seen: far(spot, from) < 8.05 }))
  const found = trilaterate(home, looks)
  expect(found.cells).toBeGreaterThan(0)
  expect(found.cells).toBeLessThan(0.2)
  const blind = looks.map(({ from }, nth) => ({ from, seen: nth % 2 === 0 }))
  expect(trilaterate(home, blind)).toEqual({ cells: 0, km2: 0 })
})

test('a picture as a phone takes it says where, and the attack hears that', async () => {
  const [one, other] = spots
  if (!one || !other) throw new Error('no spots')
  const said = [await photoSays(await photoTakenAt(one)), await photoSays(await photoTakenAt(other))]
  expect(said[0]?.length).toBeGreaterThan(50)
  expect(said[0]).not.toBe(said[1])
})

test('the report says the smallest area, and whether that is too small', () => {
  const say = (change: Partial<Instance>) => {
    const evidence = evidenceOf({ ...honest, ...change })
    const report = { ...reportOf(home, evidence, attackAll(evidence)), kept: [] }
    return { text: sayReport(report), broken: isBroken(report) }
  }
  const [good, bad] = [say({}), say({ photo: ({ latitude }) => String(latitude) })]
  expect(good).toMatchObject({ broken: false, text: expect.stringContaining('1 cell of resolution 7') })
  expect(bad).toMatchObject({ broken: true, text: expect.stringContaining('0.143 cells') })
  expect(bad.text).toContain('(pictures)')
})
