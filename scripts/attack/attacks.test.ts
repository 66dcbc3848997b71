import {
  cellArea,
  cellToChildren,
  cellToLatLng,
  cellToParent,
  getResolution,
  greatCircleDistance,
  latLngToCell,
} from 'h3-js'
import { describe, expect, test } from 'vitest'
import { placeOf } from '../../core/cell/cell.ts'
import { uuidv7 } from '../../core/id.ts'
import { seeded } from '../../core/random.ts'
import { attackAll } from './attacks.ts'
import { groupsByDelay } from './delay.ts'
import type { Ear } from './ear.ts'
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
  /** Of its sockets: whether one at a cell hears of a post, what it says then, and how late: ms. */
  rings: (spot: Spot, near: string) => boolean
  says: (spot: Spot) => object
  delays: (spot: Spot, near: string, time: number) => number
  /** Whether one at a cell finer than an area may listen. */
  lets: (finer: string) => boolean
}
type Sent = { id: string; spot: Spot }

const honest: Instance = {
  tells: ({ area }) => ({ cell: area }),
  shows: ({ area }, near) => greatCircleDistance(cellToLatLng(area), cellToLatLng(near), 'km') < 8.05,
  sorts: (one, other) => (one.id < other.id ? 1 : -1),
  photo: () => '|',
  counts: ({ area }) => [area],
  rings: ({ area }, near) => greatCircleDistance(cellToLatLng(area), cellToLatLng(near), 'km') < 8.05,
  says: () => ({ root_id: null, fresh: true }),
  delays: () => 20,
  lets: () => false,
}

/** What an ear hears of the calls, in the order in which it does. */
function earAt(from: string, calls: Evidence['calls'], { rings, says, delays, lets }: Instance): Ear {
  const isLet = getResolution(from) <= 7 || lets(from)
  const news = calls.flatMap((round, time) =>
    round.flatMap(({ id, at }, nth) => {
      const spot = spots[nth]
      if (!isLet || !spot || !rings(spot, from)) return []
      return [{ id, said: { post_id: id, ...says(spot) }, at: at + delays(spot, from, time) }]
    }),
  )
  const sorted = news.sort((one, other) => one.at - other.at)
  return { from, isLet, news: sorted, close: () => undefined }
}

function evidenceOf(instance: Instance): Evidence {
  const { tells, shows, sorts, photo, counts } = instance
  const sent = spots.map((spot, nth) => ({ spot, id: uuidv7(1_000_000 + nth) }))
  const author = { token: 'a', username: 'a', password: 'a' }
  const feed = (near: string): Feed => {
    const shown = sent.filter(({ spot }) => shows(spot, near)).sort((one, other) => sorts(one, other, near))
    const items = shown.map(({ id, spot }) => ({ id, item: { id, ...tells(spot, 0) } }))
    return { near, sort: 'new', status: 200, isPeek: false, shown: items }
  }
  // Each a second after the one before; the second time the last one first.
  const called = (time: number) =>
    spots.map((_, nth) => {
      const after = 1_000 * (spots.length * time + (time === 1 ? spots.length - 1 - nth : nth))
      return { id: uuidv7(2_000_000 + after), at: after }
    })
  const calls = [called(0), called(1), called(2)]
  const said = (time: number) => sent.map(({ id, spot }) => ({ id, ...tells(spot, time) }))
  return {
    posts: sent.map((each) => ({
      ...each,
      author,
      resolution: 7,
      photoId: undefined,
      onMap: { came: counts(each.spot) },
    })),
    around: viewpointsOf(home).map(feed),
    afar: [cellToParent(home, 5)].map(feed),
    finer: [],
    reads: said(0).map((one) => [one, one]),
    later: said(1).map((one) => [one]),
    again: said(2),
    photos: spots.map(photo),
    calls,
    ears: [...viewpointsOf(home), cellToParent(home, 5)].map((from) => earAt(from, calls, instance)),
    finerEars: cellToChildren(home, 8).map((from) => earAt(from, calls, instance)),
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
      ...{ tells: city, shows: () => true, counts: ({ area }) => [cellToParent(area, 5)], rings: () => true },
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

  test('rings the sockets by true distance, or tells them where', () => {
    const rings: Instance['rings'] = (spot, near) => far(spot, near) < 8.05
    expect(cellsOf({ rings }, 'listening')).toBeLessThan(1 / 7)
    expect(cellsOf({ says: (spot) => ({ cell: door(spot) }) }, 'listening')).toBeCloseTo(1 / 7)
    expect(cellsOf({ rings }, 'reading')).toBe(1)
  })

  test('rings them later the farther the post is, though no two times are equally late', () => {
    const random = seeded(2)
    const delays: Instance['delays'] = (spot, near) => far(spot, near) * 400 + random(60)
    expect(cellsOf({ delays }, 'timing of news')).toBeLessThan(1)
  })

  test('holds news back for so long that others overtake it', () => {
    const [held] = spots
    const delays: Instance['delays'] = (spot) => (spot === held ? 2_500 : 20)
    expect(cellsOf({ delays }, 'order of news')).toBeCloseTo(1 / 7)
  })

  test('lets sockets listen at cells finer than an area', () => {
    const rings: Instance['rings'] = (spot, near) => door(spot, 8) === near
    expect(cellsOf({ rings, lets: () => true }, 'membership probing')).toBeCloseTo(1 / 7)
    expect(cellsOf({ rings }, 'membership probing')).toBe(1)
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

test('a busy machine is late now here, now there, and that tells nothing', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = seeded(seed)
    const stalls = spots.map(() => [0, 1, 2].map(() => (random(6) === 0 ? random(3_000) : 0)))
    const delays: Instance['delays'] = (spot, _, time) =>
      random(60) + (stalls[spots.indexOf(spot)]?.[time] ?? 0)
    expect(cellsOf({ delays }, 'timing of news')).toBe(1)
  }
})

test('a place whose own news is late by now more, now less is not told apart by that', () => {
  const rounds = [
    [400, 20],
    [1_200, 30],
    [900, 50],
  ]
  expect(groupsByDelay(rounds)).toEqual([0, 0])
  expect(groupsByDelay(rounds.map(([, other]) => [900, other]))).toEqual([1, 0])
  expect(groupsByDelay([[undefined, 20]])).toEqual([1, 0])
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
