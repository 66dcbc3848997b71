import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flagKeys } from '../karma/effective.ts'
import { effectiveFeature, features } from './features.ts'

test('a feature is as shipped until a vote, and as shipped is within what a vote can set', () => {
  for (const feature of features) {
    expect(effectiveFeature(feature, undefined)).toBe(feature.shipped)
    expect(effectiveFeature(feature, BigInt(feature.shipped))).toBe(feature.shipped)
  }
})

test('a flag within its bounds holds, and one beyond them is ignored', () => {
  const flag = fc.oneof(fc.bigInt({ min: 0n, max: 100_000n }), fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }))
  fc.assert(
    fc.property(fc.constantFrom(...features), flag, (feature, value) => {
      const isWithin = value >= BigInt(feature.min) && value <= BigInt(feature.max)
      expect(effectiveFeature(feature, value)).toBe(isWithin ? Number(value) : feature.shipped)
    }),
  )
})

test('0 is a value like any other, where it is within the bounds', () => {
  const zero = features.filter(({ min }) => min === 0)
  expect(zero.length).toBeGreaterThan(2)
  for (const feature of zero) expect(effectiveFeature(feature, 0n)).toBe(0)
})

test('no feature has the key of another, or of a number of the karma rules', () => {
  const keys = [...features.map(({ key }) => key), ...flagKeys]
  expect(new Set(keys).size).toBe(keys.length)
})

test('one member alone can hide no post, whatever is voted', () => {
  const hideAt = features.find(({ name }) => name === 'app.posts.hide-at')
  expect(hideAt?.min).toBeGreaterThan(1)
})
