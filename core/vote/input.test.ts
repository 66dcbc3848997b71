import fc from 'fast-check'
import { expect, test } from 'vitest'
import { karma } from '../karma/amount.ts'
import { enteredValue, fieldText } from './input.ts'
import { knobNamed, voteKnobs } from './knob.ts'

const award = knobNamed('karma.restock.report.award')
const switched = knobNamed('app.leaderboard')
if (!award || !switched) throw new Error('no knobs')

test('karma is typed as karma, and everything else as a whole number', () => {
  expect(enteredValue(award, ' 12.5 ').value).toBe(karma(12) + karma(1) / 2n)
  expect(enteredValue(switched, '0').value).toBe(0n)
  for (const text of ['', 'x', '-1', '1e3', '1.', '.5', '1,5', '0x10'])
    expect(enteredValue(award, text)).toMatchObject({
      value: null,
      problem: expect.stringContaining('Write'),
    })
  expect(enteredValue(switched, '0.5').value).toBeNull()
})

test('what is out of bounds is refused with the bounds', () => {
  expect(enteredValue(award, '101').problem).toBe(
    'It can be from 0 karma to 100 karma: beyond that the product ignores it.',
  )
  expect(enteredValue(switched, '2').problem).toContain('from off to on')
})

test('what is in the field for a value is read back as that value', () => {
  const knobs = fc.constantFrom(...voteKnobs)
  const values = knobs.chain((knob) =>
    fc.tuple(fc.constant(knob), fc.bigInt({ min: knob.min, max: knob.max })),
  )
  fc.assert(
    fc.property(values, ([knob, value]) => {
      expect(enteredValue(knob, fieldText(knob, value)).value).toBe(value)
    }),
  )
})
