import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Gives, matchesOf } from './match.ts'

const gives = (from: string, to: string, pair = `${from}>${to}`): Gives => ({ from, to, pair })
const names = (cycles: readonly (readonly Gives[])[]) =>
  cycles.map((each) => each.map(({ from }) => from).join(''))

test('two who have what the other wants are a swap', () => {
  expect(names(matchesOf('a', [gives('a', 'b'), gives('b', 'a')], 9))).toEqual(['ab'])
  expect(matchesOf('a', [gives('a', 'b'), gives('b', 'c')], 9)).toEqual([])
})

test('three who have what the next one wants are a ring, in the one way round that works', () => {
  const ring = [gives('a', 'b'), gives('b', 'c'), gives('c', 'a')]
  expect(names(matchesOf('a', ring, 9))).toEqual(['abc'])
  expect(names(matchesOf('b', ring, 9))).toEqual(['bca'])
  const wrongWay = [gives('a', 'b'), gives('c', 'b'), gives('a', 'c')]
  expect(matchesOf('a', wrongWay, 9)).toEqual([])
})

test('a ring with somebody whom one can swap with is not suggested beside the swap', () => {
  const all = [gives('a', 'b'), gives('b', 'a'), gives('b', 'c'), gives('c', 'a')]
  expect(names(matchesOf('a', all, 9))).toEqual(['ab'])
  const back = [...all, gives('a', 'd'), gives('d', 'b')]
  expect(names(matchesOf('a', back, 9))).toEqual(['ab'])
})

test('of several pairs that would do one is named, and always the same', () => {
  const many = [gives('a', 'b', 'two'), gives('a', 'b', 'one'), gives('b', 'a', 'x')]
  const [swap] = matchesOf('a', many, 9)
  expect(swap?.map(({ pair }) => pair)).toEqual(['one', 'x'])
  expect(matchesOf('a', many.toReversed(), 9)).toEqual([swap])
})

const who = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const edges = fc.array(
  fc.tuple(who, who).map(([from, to]) => gives(from, to)),
  { maxLength: 30 },
)

test('each suggestion goes around along what is wanted, each once, from the one who asks', () => {
  const holds = fc.property(edges, (all) => {
    for (const cycle of matchesOf('a', all, 99)) {
      expect(cycle[0]?.from).toBe('a')
      expect(new Set(cycle.map(({ from }) => from)).size).toBe(cycle.length)
      for (const [place, step] of cycle.entries()) {
        expect(all).toContainEqual(step)
        expect(step.to).toBe(cycle[(place + 1) % cycle.length]?.from)
      }
    }
  })
  fc.assert(holds, { numRuns: 1000 })
})

test('nobody who could swap, or be in a ring without a swap partner, is left without a suggestion', () => {
  const holds = fc.property(edges, (all) => {
    const can = (from: string, to: string) =>
      from !== to && all.some((each) => each.from === from && each.to === to)
    const everyone = ['b', 'c', 'd', 'e', 'f']
    const swaps = everyone.filter((one) => can('a', one) && can(one, 'a'))
    const others = everyone.filter((one) => !swaps.includes(one))
    const rings = others.flatMap((one) =>
      others
        .filter((next) => can('a', one) && can(one, next) && can(next, 'a'))
        .map((next) => `a${one}${next}`),
    )
    expect(names(matchesOf('a', all, 99)).sort()).toEqual([...swaps.map((one) => `a${one}`), ...rings].sort())
  })
  fc.assert(holds, { numRuns: 1000 })
})
