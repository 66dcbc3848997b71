import { expect, test } from 'vitest'
import { packAward } from './pack.ts'

const to = '0x00000000000000000000000000000000000000ff'

test('the address is left of 24 hex digits of wei', () => {
  expect(packAward(to, 10n)).toBe(`0x${'ff'.padStart(40, '0')}${'a'.padStart(24, '0')}`)
  expect(packAward(`0x${'ab'.repeat(20)}`, 2n ** 96n - 1n)).toBe(`0x${'ab'.repeat(20)}${'f'.repeat(24)}`)
})

test('an amount that would spill into the address is refused', () => {
  expect(() => packAward(to, 2n ** 96n)).toThrow(RangeError)
  expect(() => packAward(to, 0n)).toThrow(RangeError)
  expect(() => packAward(to, -1n)).toThrow(RangeError)
})
