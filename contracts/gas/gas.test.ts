import { beforeAll, describe, expect, test } from 'vitest'
import { bars } from './bars.ts'
import { type Figures, measureAll } from './measure.ts'
import { readSnapshot } from './snapshot.ts'

let figures: Figures
beforeAll(async () => {
  figures = await measureAll()
}, 300_000)

test('every figure is the committed one, to the unit (npm run bench -- gas --update commits to new ones)', () => {
  expect(figures).toEqual(readSnapshot())
})

const barred = bars.flatMap(({ most, ...bar }) => (most === undefined ? [] : [{ ...bar, most }]))

describe.each(barred)('$operation', ({ ours, per, most, never }) => {
  test(`costs at most ${most} gas`, () => {
    expect(figures[ours] / per).toBeLessThanOrEqual(most)
  })

  test.each(never)('costs no more than $name', ({ of }) => {
    if (of === 'unlock') throw new Error('measured in the bench only')
    const theirs = typeof of === 'string' ? figures[of] : of.quoted * per
    expect(figures[ours]).toBeLessThanOrEqual(theirs)
  })
})
