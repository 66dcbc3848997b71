import { expect, test } from 'vitest'
import { karma } from './amount.ts'
import { batchLength } from './batch.ts'
import { isAward, type Rule } from './rule.ts'
import { rules } from './rules.ts'

test('a batch mints 50,000 karma at most', () => {
  expect(batchLength([karma(30_000), karma(20_000)])).toBe(2)
  expect(batchLength([karma(30_000), karma(20_000), 1n])).toBe(2)
  expect(batchLength([karma(30_000), karma(20_001), 1n])).toBe(1)
})

test('there is always a next batch', () => {
  expect(batchLength([])).toBe(0)
  expect(batchLength([karma(50_001), 1n])).toBe(1)
})

test('no rule awards more than a batch may mint', () => {
  const all: Rule[] = Object.values(rules)
  for (const { award } of all.filter(isAward)) expect(award).toBeLessThanOrEqual(karma(50_000))
})
