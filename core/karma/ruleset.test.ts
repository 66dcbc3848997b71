import { keccak256, stringToHex } from 'viem'
import { expect, test } from 'vitest'
import { shippedRuleset } from './rules.ts'
import { hashRuleset, parseRuleset, rulesetText } from './ruleset.ts'

const read = (change: (value: { rules: Record<string, unknown> }) => unknown) =>
  parseRuleset(change(JSON.parse(rulesetText(shippedRuleset))))

test('the hash is of the text that is published, and follows the content, not the order it is written in', () => {
  const { rules, budgets, ...rest } = shippedRuleset
  expect(hashRuleset({ budgets, ...rest, rules: { ...rules } })).toBe(hashRuleset(shippedRuleset))
  expect(hashRuleset({ ...shippedRuleset, version: 99 })).not.toBe(hashRuleset(shippedRuleset))
  expect(keccak256(stringToHex(rulesetText(shippedRuleset)))).toBe(hashRuleset(shippedRuleset))
})

test('what was published is read back as it was', () => {
  expect(read((value) => value)).toEqual({ ruleset: shippedRuleset })
})

test('a rule set that could not be followed says what is wrong with it', () => {
  const refused = [
    read((value) => ({ ...value, epochDays: 0 })),
    read((value) => ({ ...value, surprise: 1 })),
    read(({ rules, ...value }) => ({ ...value, rules: { other: rules['restock.report'] } })),
    read((value) => ({ ...value, budgets: { intel: '-1' } })),
    read((value) => ({ ...value, budgets: { intel: String(2n ** 96n) } })),
    parseRuleset(null),
  ]
  for (const answer of refused)
    expect(answer).toEqual({ problems: [expect.any(String), ...anything(answer)] })
  expect(refused[0]).toEqual({ problems: [expect.stringMatching(/^epochDays: /)] })
})

/** However many more there are. */
function anything(answer: object): unknown[] {
  return 'problems' in answer && Array.isArray(answer.problems) ? answer.problems.slice(1) : []
}
