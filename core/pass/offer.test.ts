import { describe, expect, test } from 'vitest'
import { karma } from '../karma/amount.ts'
import { bestPass, offerOf, priceOf } from './offer.ts'
import type { Pass, PassWallet, Tier } from './shape.ts'

const tier: Tier = {
  ...{ tier: 1, price: String(karma(20)), period: 86_400, min_earned: '0' },
  ...{ drops: [], raffles: 0 },
}
const wallet: PassWallet = {
  ...{ wallet: `0x${'a1'.repeat(20)}`, balance: String(karma(60)), earned: String(karma(80)) },
  ...{ pass: null, votes_with: null },
}
const pass = (change: Partial<Pass> = {}): Pass => ({
  ...{ tier: 1, state: 'active', expires_at: '2026-06-01T00:00:00.000Z' },
  ...change,
})
const offer = (terms: Partial<Tier>, held: Partial<PassWallet>, periods = 1) =>
  offerOf({ ...tier, ...terms }, { ...wallet, ...held }, periods)

describe('an offer', () => {
  test('a first pass, and one after it ran out or was cancelled, is bought', () => {
    const first = { kind: 'buy', replaces: null }
    expect(offer({}, {})).toEqual(first)
    expect(offer({}, { pass: pass({ state: 'expired' }) })).toEqual(first)
    expect(offer({}, { pass: pass({ tier: 3, state: 'cancelled', expires_at: null }) })).toEqual(first)
  })

  test('the tier that runs is renewed; a higher one replaces it, and says which', () => {
    expect(offer({}, { pass: pass() })).toEqual({ kind: 'renew' })
    expect(offer({ tier: 2 }, { pass: pass() })).toEqual({ kind: 'buy', replaces: 1 })
  })

  test('a lower tier than the one that runs is refused, as the contract does', () => {
    expect(offer({}, { pass: pass({ tier: 2 }) })).toEqual({
      kind: 'no',
      reason: 'Your tier 2 pass includes it. A lower tier can be bought when that one ends.',
    })
  })

  test('the last wei counts, over all the periods', () => {
    expect(offer({}, {}, 3).kind).toBe('buy')
    expect(offer({}, { balance: String(karma(60) - 1n) }, 3)).toMatchObject({
      reason: expect.stringMatching(/costs 60 karma .* holds 59.9+\. Earn 0\.0+1 more first\.$/),
    })
    expect(priceOf(tier, 3)).toBe(karma(60))
  })

  test('what must have been earned is earned, whatever is held', () => {
    expect(offer({ min_earned: String(karma(80)) }, {}).kind).toBe('buy')
    expect(offer({ min_earned: String(karma(80) + 1n) }, { balance: String(karma(500)) })).toMatchObject({
      reason: expect.stringMatching(
        /^It is for members who have earned 80\.0+1 karma; you have earned 80\.$/,
      ),
    })
  })

  test('a closed tier is no offer, also to who has its pass', () => {
    expect(offer({ period: 0 }, { pass: pass() }).kind).toBe('no')
  })
})

test('the best pass is the highest tier that runs, then the longest', () => {
  const held = (change: Partial<Pass>) => ({ ...wallet, pass: pass(change) })
  const long = held({ expires_at: '2026-07-01T00:00:00.000Z' })
  const high = held({ tier: 2 })
  const gone = held({ tier: 9, state: 'expired' })
  expect(bestPass([wallet, gone])).toBeUndefined()
  expect(bestPass([held({}), gone, long])).toBe(long)
  expect(bestPass([long, high, gone])).toBe(high)
})
