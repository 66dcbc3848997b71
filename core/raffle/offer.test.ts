import { expect, test } from 'vitest'
import type { PassWallet } from '../pass/shape.ts'
import { entryOffer } from './offer.ts'

const wallet: PassWallet = {
  ...{ wallet: `0x${'11'.repeat(20)}`, balance: '5', earned: '5', votes_with: null },
  pass: { tier: 1, expires_at: '2026-12-01T00:00:00Z', state: 'active' },
}
const raffle = { state: 'open', tier: 1, price: '5', mine: [] } as const
const ticket = { wallet: wallet.wallet, ticket: 0, refunded: false, place: null, claimed: false }

test('who has the pass and the karma may enter; exactly the price is enough', () => {
  expect(entryOffer({ ...raffle, mine: [] }, wallet)).toEqual({ kind: 'enter' })
  const poorer = entryOffer({ ...raffle, mine: [] }, { ...wallet, balance: '4' })
  expect(poorer).toMatchObject({ kind: 'no', needs: 'karma' })
})

test('an ended or a lower pass does not open it, and no pass is asked for where the tier is 0', () => {
  const without = [
    { ...wallet, pass: null },
    { ...wallet, pass: { tier: 1, expires_at: null, state: 'cancelled' as const } },
  ]
  for (const each of without) {
    expect(entryOffer({ ...raffle, mine: [] }, each)).toMatchObject({ needs: 'pass' })
    expect(entryOffer({ ...raffle, tier: 0, mine: [] }, each)).toEqual({ kind: 'enter' })
  }
  expect(entryOffer({ ...raffle, tier: 2, mine: [] }, wallet)).toMatchObject({ needs: 'pass' })
})

test('one who is in is in, whatever else is so; and a closed raffle takes nobody', () => {
  expect(entryOffer({ ...raffle, state: 'closed', mine: [ticket] }, wallet)).toEqual({ kind: 'in' })
  expect(entryOffer({ ...raffle, state: 'closed', mine: [] }, wallet)).toMatchObject({ kind: 'no' })
})
