import fc from 'fast-check'
import { expect, test } from 'vitest'
import { karma } from './amount.ts'
import { effectiveRules, flagKeys } from './effective.ts'
import { flagKey } from './flag-key.ts'
import { knobsOf } from './knobs.ts'
import { isAward } from './rule.ts'
import { rulesetHash, shippedRuleset } from './rules.ts'
import { hashRuleset, parseRuleset, rulesetText } from './ruleset.ts'

const set = (name: string, value: bigint) => effectiveRules(new Map([[flagKey(name), value]]))

test('without a flag the shipped rules hold', () => {
  expect(effectiveRules(new Map())).toMatchObject({ hash: rulesetHash, overrides: [] })
})

test('a flag changes its number, and with it the hash that mints name', () => {
  const { ruleset, hash, overrides } = set('karma.restock.report.award', karma(12))
  expect(ruleset.rules['restock.report']).toMatchObject({ award: karma(12), capPerDay: 10 })
  expect(hash).not.toBe(rulesetHash)
  expect(hash).toBe(hashRuleset(ruleset))
  expect(overrides).toMatchObject([{ applied: true, value: karma(12) }])
  expect(shippedRuleset.rules['restock.report']).toMatchObject({ award: karma(10) })
})

test('a flag that says what is shipped changes nothing, the hash included', () => {
  expect(set('karma.restock.report.award', karma(10)).hash).toBe(rulesetHash)
})

test.each([
  ['karma.restock.report.award', karma(100) + 1n],
  ['karma.restock.report.award', 2n ** 255n],
  ['karma.restock.report.confirmations', 0n],
  ['karma.budget.intel', 2n ** 200n],
  ['karma.trust.regular.days', 71n],
])('a flag %s = %i beyond its bounds is ignored, and said', (name, value) => {
  const { hash, overrides } = set(name, value)
  expect(hash).toBe(rulesetHash)
  expect(overrides).toMatchObject([{ applied: false, value }])
})

test('a rule can be switched off, a confirmation cannot be made unneeded', () => {
  expect(set('karma.restock.report.award', 0n).ruleset.rules['restock.report']).toMatchObject({ award: 0n })
  const { ruleset } = set('karma.restock.report.confirmations', 3n)
  expect(ruleset.rules['restock.report']).toMatchObject({ needs: { confirmations: 3, trust: 'new' } })
})

test('flags of others are none of ours', () => {
  expect(set('restock.report.award', karma(12)).overrides).toEqual([])
})

test('each knob has a key of its own, its value within its bounds, and turns its own number alone', () => {
  const knobs = knobsOf(shippedRuleset)
  expect(new Set(flagKeys).size).toBe(knobs.length)
  const seen = new Set<string>()
  for (const { name, value, min, max, set: turn } of knobs) {
    expect([name, min <= value && value <= max]).toEqual([name, true])
    expect(rulesetText(turn(shippedRuleset, value))).toBe(rulesetText(shippedRuleset))
    seen.add(rulesetText(turn(shippedRuleset, max)))
  }
  expect(seen.size).toBe(knobs.length)
})

test('whatever the flags say, one award stays below what a batch may mint, and the set can be read again', () => {
  const knobs = knobsOf(shippedRuleset)
  const flags = fc.array(fc.tuple(fc.constantFrom(...flagKeys), fc.bigInt({ min: 0n, max: 2n ** 256n - 1n })))
  const near = fc
    .constantFrom(...knobs)
    .chain(({ key, max }) => fc.tuple(fc.constant(key), fc.bigInt({ min: 0n, max: max + 1n })))
  fc.assert(
    fc.property(flags, fc.array(near), (wild, close) => {
      const { ruleset } = effectiveRules(new Map([...wild, ...close]))
      for (const rule of Object.values(ruleset.rules))
        if (isAward(rule)) expect(3n * rule.award <= karma(50_000)).toBe(true)
      expect(parseRuleset(JSON.parse(rulesetText(ruleset)))).toEqual({ ruleset })
    }),
  )
})

test('a key reads as its name where it fits, and is a hash where it does not', () => {
  const hex = Buffer.from('karma.restock.report.award').toString('hex')
  expect(flagKey('karma.restock.report.award')).toBe(`0x${hex.padEnd(64, '0')}`)
  expect(flagKey('karma.restock.first-confirmation.award')).toBe(
    '0x38574e80dead3e1d624bf763e1536c50626b2843ac4b2c416617927d64fda594',
  )
})
