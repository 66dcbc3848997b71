import fc from 'fast-check'
import { expect, test } from 'vitest'
import { karma } from './amount.ts'
import { type ActFacts, decideAward } from './decide.ts'
import { isAward, type Rule } from './rule.ts'
import { rules } from './rules.ts'
import { trustLevels } from './trust.ts'

const plain: ActFacts = {
  earnedToday: 0,
  level: 'new',
  ringDiscount: 0,
  placeFactor: 10_000,
  budgetLeft: null,
}
const report = rules['restock.report']
const all: Rule[] = Object.values(rules)
const awards = all.filter(isAward)
const decide = (facts: Partial<ActFacts>, rule: (typeof awards)[number] = report) =>
  decideAward({ rule, facts: { ...plain, ...facts } })

test.each(awards.map((rule) => [rule.on, rule] as const))(
  'the first %s of a day earns the whole award',
  (_, rule) => {
    const level = rule.needs.trust
    expect(decide({ level }, rule)).toEqual({ amount: rule.award, capped: null, why: [] })
    expect(decide({ level, earnedToday: rule.capPerDay - 1 }, rule).capped).toBeNull()
    expect(decide({ level, earnedToday: rule.capPerDay }, rule).capped).toBe('day')
  },
)

test('repeats of a day are worth less and less, and say so', () => {
  const day = Array.from({ length: report.capPerDay }, (_, earnedToday) => decide({ earnedToday }).amount)
  expect(day.slice(0, 5)).toEqual([10, 10, 10, 5, 2.5].map((n) => karma(Math.round(n * 10)) / 10n))
  expect(decide({ earnedToday: 3 }).why).toEqual(['Number 4 today: 5 instead of 10 karma.'])
})

test('a circle that confirms itself is paid less, down to nothing', () => {
  expect(decide({ ringDiscount: 2_500 })).toEqual({
    amount: karma(75) / 10n,
    capped: null,
    why: ['25 % less: you are mostly confirmed by your own circle.'],
  })
  expect(decide({ ringDiscount: 10_000 })).toMatchObject({ amount: 0n, capped: 'ring' })
})

test('a place pays what it pays, within bounds', () => {
  expect(decide({ placeFactor: 15_000 })).toMatchObject({
    amount: karma(15),
    why: ['This place pays 150 %.'],
  })
  expect(decide({ placeFactor: 10 ** 9 }).amount).toBe(karma(30))
  expect(decide({ placeFactor: -1 }).amount).toBe(karma(1))
})

test('an act below its level, above the budget, or of a rule that is off says why it earns nothing', () => {
  const low = decideAward({ rule: rules['trade.completed'], facts: plain })
  expect(low).toMatchObject({
    capped: 'trust',
    amount: karma(5),
    why: [expect.stringContaining('"regular"')],
  })
  expect(decide({ budgetLeft: karma(10) }).capped).toBeNull()
  expect(decide({ budgetLeft: karma(10) - 1n })).toMatchObject({ capped: 'budget', amount: karma(10) })
  expect(decide({}, { ...report, award: 0n })).toMatchObject({ capped: 'off', amount: 0n })
  expect(decide({}, { ...report, capPerDay: 0 }).capped).toBe('off')
})

const anyFacts = fc.record({
  earnedToday: fc.nat(40),
  level: fc.constantFrom(...trustLevels),
  ringDiscount: fc.integer({ min: -20_000, max: 20_000 }),
  placeFactor: fc.integer({ min: -20_000, max: 100_000 }),
  budgetLeft: fc.option(fc.bigInt({ min: 0n, max: karma(40) })),
})

test('no facts whatever earn more than three times the award, above the budget, or without a reason', () => {
  fc.assert(
    fc.property(fc.constantFrom(...awards), anyFacts, (rule, facts) => {
      const { amount, capped, why } = decideAward({ rule, facts })
      expect(amount >= 0n && amount <= 3n * rule.award).toBe(true)
      if (capped || amount !== rule.award) expect(why.length).toBeGreaterThan(0)
      if (capped) return
      expect(amount > 0n).toBe(true)
      if (facts.budgetLeft !== null) expect(amount <= facts.budgetLeft).toBe(true)
    }),
  )
})

test('more repeats or a larger discount never earn more', () => {
  fc.assert(
    fc.property(fc.constantFrom(...awards), anyFacts, (rule, facts) => {
      const { amount } = decideAward({ rule, facts })
      const later = decideAward({ rule, facts: { ...facts, earnedToday: facts.earnedToday + 1 } })
      const closer = decideAward({ rule, facts: { ...facts, ringDiscount: facts.ringDiscount + 500 } })
      expect(later.amount <= amount && closer.amount <= amount).toBe(true)
    }),
  )
})
