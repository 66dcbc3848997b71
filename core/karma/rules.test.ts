import { expect, test } from 'vitest'
import { karma } from './amount.ts'
import { dayStart, decideAward, describeRule, hashRuleset, rules, rulesetHash } from './rules.ts'

test('a confirmed report earns 10, its first confirmer 1', () => {
  expect(decideAward('restock.report', 0)).toBe(karma(10))
  expect(decideAward('restock.first-confirmation', 0)).toBe(karma(1))
})

test('the cap is the last award of the day', () => {
  const { capPerDay } = rules['restock.report']
  expect(decideAward('restock.report', capPerDay - 1)).toBe(karma(10))
  expect(decideAward('restock.report', capPerDay)).toBeNull()
})

test('the hash follows the content, not the order it is written in', () => {
  const { 'restock.report': report, 'restock.first-confirmation': first } = rules
  const one = hashRuleset({ version: 1, rules: { a: report, b: first } })
  expect(hashRuleset({ rules: { b: { ...first }, a: report }, version: 1 })).toBe(one)
  expect(hashRuleset({ version: 2, rules: { a: report, b: first } })).not.toBe(one)
  expect(hashRuleset({ version: 1, rules: { a: { ...report, award: 1n }, b: first } })).not.toBe(one)
})

test('a rule is changed on purpose: raise the version and write the new hash here', () => {
  expect(rulesetHash).toBe('0xc669cd54fcf6e95ecbd4df458d63eaad4d3754157550aa6f66ee267cbcdda958')
})

test('each rule is told in plain words, never in wei', () => {
  expect(describeRule('restock.report')).toBe(
    'Report a restock that another member confirms: 10 karma, up to 10 times a day.',
  )
  expect(describeRule('restock.first-confirmation')).not.toMatch(/0{6}/)
})

test('every rule is positive, capped and named by its key', () => {
  for (const [name, rule] of Object.entries(rules)) {
    expect(rule.on).toBe(name)
    expect(rule.award > 0n && rule.capPerDay > 0 && rule.needs.confirmations > 0).toBe(true)
    // one award fits the contract's packed word: 96 bits
    expect(rule.award < 2n ** 96n).toBe(true)
  }
})

test('the day starts at midnight UTC', () => {
  expect(dayStart(new Date('2026-03-01T00:30:00+02:00')).toISOString()).toBe('2026-02-28T00:00:00.000Z')
})
