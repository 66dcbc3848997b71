import { expect, test } from 'vitest'
import type { StockState } from '../stock/shape.ts'
import { compareStock, forgetStock, isRestock, isUnchanged, type Kept } from './change.ts'
import type { KnownState, Sighting } from './shape.ts'

const seen = (size: string, state: StockState): Sighting => ({
  ...{ size, label: size, state, priceMinor: 15000, currency: 'USD', evidence: `says ${state}` },
  confidence: state === 'unknown' ? 0 : 0.9,
})
const kept = (size: string, state: StockState, known: KnownState | null): Kept => ({
  ...seen(size, state),
  known,
})
/** Look after look, each one beside what the ones before left. */
function story(...looks: Sighting[][]): string[] {
  let memory: Kept[] = []
  return looks.flatMap((look) => {
    const { now, changes } = compareStock(memory, look)
    memory = now
    return changes.map(
      (each) =>
        `${each.sighting.size || 'all'}: ${each.before} -> ${each.after}${isRestock(each) ? ', restock' : ''}`,
    )
  })
}

test('the first look is where the story begins: no change, no restock', () => {
  expect(story([seen('9', 'in'), seen('10', 'out')])).toEqual([])
})

test('out, then in or preorder, is a restock, and what could only be ordered ahead and is there; less than before is none', () => {
  expect(story([seen('9', 'out')], [seen('9', 'in')])).toEqual(['9: out -> in, restock'])
  expect(story([seen('9', 'out')], [seen('9', 'preorder')])).toEqual(['9: out -> preorder, restock'])
  expect(story([seen('9', 'in')], [seen('9', 'out')])).toEqual(['9: in -> out'])
  expect(story([seen('9', 'preorder')], [seen('9', 'in')])).toEqual(['9: preorder -> in, restock'])
  expect(story([seen('9', 'in')], [seen('9', 'preorder')])).toEqual(['9: in -> preorder'])
  expect(story([seen('9', 'preorder')], [seen('9', 'out')])).toEqual(['9: preorder -> out'])
})

test('out, unknown, in is one restock; in, unknown, in is none; and a shop that says no more repeats nothing', () => {
  const [out, unknown, isIn] = [[seen('9', 'out')], [seen('9', 'unknown')], [seen('9', 'in')]]
  expect(story(out, unknown, unknown, isIn, isIn)).toEqual(['9: out -> in, restock'])
  expect(story(isIn, unknown, isIn)).toEqual([])
  expect(story(unknown, isIn)).toEqual([])
})

test('a size that vanishes beside others is out, and a restock when it is listed again', () => {
  const both = [seen('9', 'in'), seen('10', 'in')]
  const { now } = compareStock([kept('9', 'in', 'in'), kept('10', 'in', 'in')], [seen('10', 'in')])
  expect(now.map(({ size, state, known }) => [size, state, known])).toEqual([
    ['10', 'in', 'in'],
    ['9', 'out', 'out'],
  ])
  expect(story(both, [seen('10', 'in')], both)).toEqual(['9: in -> out', '9: out -> in, restock'])
  expect(story([seen('9', 'in')], both)).toEqual(['10: out -> in, restock'])
})

test('a page that lists no sizes any more says of none that it is out', () => {
  const both = [seen('9', 'in'), seen('10', 'in')]
  for (const silent of [[], [seen('', 'in')], [seen('10', 'unknown')]])
    expect(story(both, silent, both)).toEqual([])
})

test('"sold out" of the whole product is said of each size, and its sizes coming back are restocks', () => {
  const sizes = [seen('9', 'in'), seen('10', 'out')]
  expect(story(sizes, [seen('', 'out')], sizes)).toEqual(['9: in -> out', '9: out -> in, restock'])
  expect(story([seen('', 'out')], sizes, [seen('9', 'in'), seen('10', 'in')])).toEqual([
    '9: out -> in, restock',
    '10: out -> in, restock',
  ])
  expect(story([seen('', 'unknown')], [seen('9', 'in')])).toEqual([])
})

test('a product in no sizes is one that comes and goes as a whole', () => {
  expect(story([seen('', 'in')], [seen('', 'out')], [seen('', 'in')])).toEqual([
    'all: in -> out',
    'all: out -> in, restock',
  ])
})

test('a look that showed nothing leaves what was known', () => {
  const before = [kept('9', 'in', 'in'), kept('10', 'out', 'out')]
  const after = forgetStock(before, 'The shop answers 403.')
  expect(after.map(({ state, known, evidence }) => [state, known, evidence])).toEqual([
    ['unknown', 'in', 'The shop answers 403.'],
    ['unknown', 'out', 'The shop answers 403.'],
  ])
  expect(compareStock(after, [seen('9', 'in'), seen('10', 'in')]).changes.map(isRestock)).toEqual([true])
})

test('a price or a word that differs is worth writing, and no change', () => {
  const before = [kept('9', 'in', 'in')]
  const same = compareStock(before, [seen('9', 'in')])
  expect(isUnchanged(before, same.now)).toBe(true)
  const dearer = compareStock(before, [{ ...seen('9', 'in'), priceMinor: 16000 }])
  expect([isUnchanged(before, dearer.now), dearer.changes]).toEqual([false, []])
  expect(isUnchanged(before, [])).toBe(false)
})
