import { cellToCenterChild, cellToChildren, cellToParent, getPentagons, gridDisk, gridRing } from 'h3-js'
import { describe, expect, test } from 'vitest'
import { placeOf } from '../cell/cell.ts'
import { middleOf } from '../cell/disk.ts'
import { seeded } from '../random.ts'
import { dayBefore } from './keep.ts'
import { ENOUGH, finestShared, ladderOf } from './ladder.ts'
import { cellsApart, moveTo, REACH_KM, type Stand } from './move.ts'
import { drawPseudonym } from './pseudonym.ts'
import { cellNumber, cellText, spanOf } from './span.ts'
import { peekAt } from './view.ts'

const brooklyn = placeOf({ latitude: 40.7195, longitude: -73.9613 })
const angeles = placeOf({ latitude: 34.0463, longitude: -118.2365 })
const now = new Date('2026-11-23T12:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

describe('a post is told as', () => {
  const ladder = ladderOf(brooklyn.street)
  const [street = '', area = '', district = '', city = ''] = ladder

  test('its cell or one of its parents, down to a city', () => {
    expect(ladder).toEqual([brooklyn.street, brooklyn.area, cellToParent(brooklyn.area, 6), brooklyn.city])
  })

  test('the finest cell that twenty members share', () => {
    const shared = (counts: [string, number][]) => finestShared(ladder, new Map(counts))
    expect(shared([[street, ENOUGH]])).toBe(street)
    expect(shared([[street, ENOUGH - 1]])).toBe(city)
    expect(shared([[area, ENOUGH]])).toBe(area)
    expect(
      shared([
        [street, 1],
        [area, 19],
        [district, 20],
      ]),
    ).toBe(district)
  })

  test('a city where hardly anyone is', () => {
    expect(finestShared(ladder, new Map())).toBe(city)
  })
})

describe('cells as numbers', () => {
  test('are the same cells', () => {
    for (const cell of Object.values(brooklyn)) {
      expect(cellText(cellNumber(cell))).toBe(cell)
      expect(cellNumber(cell)).toBeLessThan(2n ** 63n)
    }
  })

  test('of one parent are one span, in which no other one lies', () => {
    for (const parent of [brooklyn.city, cellToParent(brooklyn.area, 6), getPentagons(5)[3] ?? ''])
      for (const resolution of [7, 8]) {
        const { from, to } = spanOf(parent, resolution)
        const isWithin = (cell: string) => cellNumber(cell) >= from && cellNumber(cell) <= to
        expect(cellToChildren(parent, resolution).every(isWithin)).toBe(true)
        const around = gridRing(parent, 1).flatMap((other) => cellToChildren(other, resolution))
        expect(around.some(isWithin)).toBe(false)
        expect([parent, cellToCenterChild(parent, resolution + 1)].some(isWithin)).toBe(false)
      }
    expect(spanOf(brooklyn.area, 7)).toEqual({
      from: cellNumber(brooklyn.area),
      to: cellNumber(brooklyn.area),
    })
    expect(() => spanOf(brooklyn.street, 7)).toThrow(RangeError)
  })
})

describe('a member looks from', () => {
  const there: Stand = { cell: brooklyn.area, seenAt: now, freeAt: now }
  const walk = (steps: number, at: Date) => {
    const cells = gridDisk(brooklyn.area, 4)
    let stand: Stand | undefined = there
    for (let step = 1; stand && step <= steps; step++) stand = moveTo(stand, cells[step] ?? '', at)
    return stand
  }

  test('where their device first says, and from any neighbour', () => {
    expect(moveTo(undefined, brooklyn.area, now)).toEqual(there)
    for (const next of gridRing(brooklyn.area, 1)) expect(moveTo(there, next, now)?.cell).toBe(next)
  })

  test('no place that an airliner would not have reached, until it would have', () => {
    const hours = cellsApart(brooklyn.area, angeles.area) / 1_000
    expect(moveTo(there, angeles.area, later(60 * hours - 1))).toBeUndefined()
    expect(moveTo(there, angeles.area, later(60 * hours + 1))?.cell).toBe(angeles.area)
  })

  test('twelve cells in a row, then one each ten minutes', () => {
    const stand = walk(12, now)
    expect(stand).toBeDefined()
    expect(walk(13, now)).toBeUndefined()
    expect(stand && moveTo(stand, brooklyn.area, later(9))).toBeUndefined()
    const rested = stand && moveTo(stand, brooklyn.area, later(10))
    expect(rested?.cell).toBe(brooklyn.area)
    const again = gridRing(brooklyn.area, 1)[0] ?? ''
    expect(rested && moveTo(rested, again, later(19))).toBeUndefined()
    expect(rested && moveTo(rested, again, later(20))?.cell).toBe(again)
  })

  test('the same place for as long as they like', () => {
    const stand = walk(12, now)
    expect(stand && moveTo(stand, stand.cell, later(1))).toEqual({ ...stand, seenAt: later(1) })
  })

  test('a distance between cells, the same wherever in them two people are', () => {
    expect(cellsApart(brooklyn.area, brooklyn.area)).toBe(0)
    expect(cellsApart(brooklyn.area, gridRing(brooklyn.area, 1)[0] ?? '')).toBeLessThan(REACH_KM)
    expect(middleOf(brooklyn.area)).not.toEqual({ latitude: 40.7195, longitude: -73.9613 })
  })

  test('afar the city alone', () => {
    const city = { cell: angeles.city, isPeek: true }
    expect(peekAt({ id: angeles.area, kind: 'area' })).toEqual(city)
    expect(peekAt({ id: angeles.city, kind: 'city' })).toEqual(city)
  })
})

describe('an anonymous author is called', () => {
  test('by two words that nobody else has in this thread, however many write', () => {
    const random = seeded(7)
    const taken = new Set<string>()
    for (let author = 0; author < 6_000; author++) taken.add(drawPseudonym(random, taken))
    expect(taken.size).toBe(6_000)
    for (const name of taken) expect(name).toMatch(/^[a-z]+ [a-z]+( \d+)?$/)
  })

  test('by chance: another draw is another name', () => {
    const none = new Set<string>()
    const names = Array.from({ length: 20 }, (_, seed) => drawPseudonym(seeded(seed), none))
    expect(new Set(names).size).toBeGreaterThan(15)
  })
})

test('days are UTC days', () => {
  expect(dayBefore(new Date('2026-03-01T00:00:00Z'), 1)).toBe('2026-02-28')
  expect(dayBefore(new Date('2026-03-01T23:59:59Z'), 0)).toBe('2026-03-01')
})
