import { expect, test } from 'vitest'
import { karma } from '../karma/amount.ts'
import { flagKey } from '../karma/flag-key.ts'
import type { Hex } from '../typed-data/domain.ts'
import { changeCalls } from './change.ts'
import { type EffectFacts, effectsOf, type FlagSet } from './effect.ts'

const featureFlags: Hex = `0x${'e1'.repeat(20)}`
const key = flagKey('karma.restock.report.award')
const set = (value: bigint, block: number, log = 0): FlagSet => ({ key, value, at: { block, log } })

function effects(change: Partial<EffectFacts> & { to?: bigint; of?: Hex }) {
  const { to = karma(12), of = key, ...facts } = change
  const calls = changeCalls(featureFlags, [{ key: of, value: to }])
  return effectsOf({ featureFlags, calls, executed: null, history: [], ...facts })
}

test('an open proposal is told beside what holds now: what is shipped, or what a vote set', () => {
  const words = (history: FlagSet[]) => effects({ history }).changes[0]?.words
  expect(words([])).toBe('What a confirmed restock report earns: 12 karma instead of 10 karma.')
  expect(words([set(karma(7), 3)])).toBe(
    'What a confirmed restock report earns: 12 karma instead of 7 karma.',
  )
  // Out of bounds: it was ignored, so that what is shipped holds.
  expect(words([set(karma(7_000), 3)])).toContain('instead of 10 karma')
})

test('an executed one is told beside what held before it, and says whether it holds still', () => {
  const executed = { block: 9, log: 4 }
  const history = [set(karma(7), 3), set(karma(12), 9, 2)]
  const [then] = effects({ executed, history }).changes
  expect(then).toMatchObject({ from: String(karma(7)), to: String(karma(12)), holds: true })
  const [later] = effects({ executed, history: [...history, set(karma(8), 20)] }).changes
  expect(later).toMatchObject({ from: String(karma(7)), holds: false })
})

test('one that was not executed holds nothing, even where the flag has its value', () => {
  expect(effects({ history: [set(karma(12), 3)] }).changes[0]).toMatchObject({ holds: null })
})

test('what is out of bounds is said to be ignored', () => {
  const [change] = effects({ to: karma(1_000) }).changes
  expect(change).toMatchObject({ heeded: false, words: expect.stringContaining('ignore') })
})

test('a flag that the product does not know, and a call that is no flag, are told as they are', () => {
  const unknown = flagKey('app.not-there')
  expect(effects({ of: unknown }).changes[0]).toMatchObject({ name: null, heeded: false, key: unknown })
  const calls = [{ target: `0x${'a0'.repeat(20)}` as Hex, value: 3n, data: '0x1234' as Hex }]
  expect(effects({ calls })).toEqual({
    changes: [],
    unread: [{ target: calls[0]?.target, value: '3', data: '0x1234' }],
  })
})
