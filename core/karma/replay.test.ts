import { expect, test } from 'vitest'
import { karma } from './amount.ts'
import { type PastAct, replay, sumBy } from './replay.ts'
import { isAward, type Ruleset } from './rule.ts'
import { shippedRuleset } from './rules.ts'

const noon = new Date('2026-05-05T12:00:00Z')
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)
const act = (change: Partial<PastAct> = {}): PastAct => ({
  memberId: 'ann',
  joinedAt: new Date('2026-01-01T00:00:00Z'),
  rule: 'restock.report',
  at: noon,
  was: karma(10),
  reversed: false,
  confirmations: 1,
  readyAt: minutes(60),
  ringDiscount: 0,
  placeFactor: 10_000,
  ...change,
})
const would = (ruleset: Ruleset, acts: PastAct[]) => replay(ruleset, acts).map((one) => one.would)

function withReport(change: object): Ruleset {
  const rule = shippedRuleset.rules['restock.report']
  if (!rule || !isAward(rule)) throw new Error('no rule')
  return { ...shippedRuleset, rules: { ...shippedRuleset.rules, 'restock.report': { ...rule, ...change } } }
}

test('the rules that decided it give what it earned: a full day, its cap, its repeats', () => {
  const tenths = [100, 100, 100, 50, 25]
  const acts = tenths.map((amount, n) =>
    act({ at: minutes(n), readyAt: minutes(60 + n), was: karma(amount) / 10n }),
  )
  expect(would(shippedRuleset, acts)).toEqual(acts.map(({ was }) => was))
  const many = Array.from({ length: 12 }, (_, n) => act({ at: minutes(n) }))
  expect(would(shippedRuleset, many).filter((amount) => amount === 0n)).toHaveLength(2)
})

test('more confirmations needed: what had fewer earns nothing', () => {
  const stricter = withReport({ needs: { confirmations: 2, trust: 'new' } })
  expect(would(stricter, [act(), act({ at: minutes(1), confirmations: 2 })])).toEqual([0n, karma(10)])
})

test('what was taken back, is unconfirmed, or has no rule any more earns nothing', () => {
  const unconfirmed = act({ confirmations: 0, readyAt: null, was: 0n })
  const acts = [act({ reversed: true, was: 0n }), unconfirmed, act({ rule: 'gone' })]
  expect(would(shippedRuleset, acts)).toEqual([0n, 0n, 0n])
})

test('a member grows into a level by what one would have earned, once that was ready', () => {
  const strict = withReport({ award: karma(50), needs: { confirmations: 1, trust: 'new' } })
  const trade = (at: Date) => act({ rule: 'trade.completed', at, readyAt: at, was: 0n })
  expect(would(strict, [trade(minutes(-1)), act(), trade(minutes(30)), trade(minutes(61))])).toEqual([
    0n,
    0n,
    karma(50),
    karma(5),
  ])
})

test('a budget pays in the order acts were ready, not done', () => {
  const tight = { ...shippedRuleset, budgets: { ...shippedRuleset.budgets, intel: karma(10) } }
  const slow = act({ readyAt: minutes(90) })
  const fast = act({ memberId: 'ben', at: minutes(10), readyAt: minutes(70) })
  expect(replay(tight, [slow, fast]).map(({ act: { memberId }, would: paid }) => [memberId, paid])).toEqual([
    ['ben', karma(10)],
    ['ann', 0n],
  ])
})

test('sums tell who gains and who loses', () => {
  const sums = sumBy(
    replay(withReport({ award: karma(12) }), [act(), act({ memberId: 'ben' })]),
    ({ act: { memberId } }) => memberId,
  )
  expect(sums.get('ann')).toEqual({ was: karma(10), would: karma(12) })
  expect(sums.size).toBe(2)
})
