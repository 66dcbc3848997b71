import { expect, test } from 'vitest'
import { karma } from './amount.ts'
import { isAward, type Rule } from './rule.ts'
import { rules, rulesetHash, shippedRuleset } from './rules.ts'
import { describeRule } from './words.ts'

const all: Rule[] = Object.values(rules)
const awards = all.filter(isAward)

test('a confirmed report earns 10, its first confirmer 1, and a raffle entry costs 5', () => {
  expect(rules['restock.report'].award).toBe(karma(10))
  expect(rules['restock.first-confirmation'].award).toBe(karma(1))
  expect(rules['raffle.entry'].cost).toBe(karma(5))
})

test('a rule is changed on purpose: raise the version and write the new hash here', () => {
  expect(rulesetHash).toBe('0x6e5ad8944a7c47742eb2a1ba3ed032f81da2373918ca189e6ed5043de6fccb0d')
})

test('every rule is named by its key, positive and capped, in words without wei', () => {
  for (const [name, rule] of Object.entries(rules)) {
    expect(rule.on).toBe(name)
    expect(describeRule(rule)).toMatch(/^[A-Z].*\d+ karma/)
    expect(describeRule(rule)).not.toMatch(/0{6}|undefined/)
  }
  for (const { award, capPerDay, repeats } of awards) {
    expect(award > 0n && capPerDay > 0).toBe(true)
    expect(repeats.full >= 1 && repeats.each > 0 && repeats.each <= 10_000).toBe(true)
  }
})

test('a rule says its repeats and its level in plain words', () => {
  expect(describeRule(rules['restock.report'])).toBe(
    'Report a restock that another member confirms: 10 karma, up to 10 times a day. After 3 on one day, each is worth 50 % of the one before.',
  )
  expect(describeRule(rules['trade.completed'])).toContain('From trust level "regular" on.')
})

test('the budgets of an epoch stay below what the contract mints in as many days', () => {
  const budgets = Object.values(shippedRuleset.budgets).reduce((sum, budget) => sum + budget, 0n)
  expect(budgets).toBeLessThan(karma(100_000) * BigInt(shippedRuleset.epochDays))
})
