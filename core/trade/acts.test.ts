import { expect, test } from 'vitest'
import { actsOf, type HeldAct, requireAct, type TradeStanding } from './acts.ts'
import { isTradeEnd, type TradeState, tradeStates } from './states.ts'

const offered: TradeStanding = {
  ...{ state: 'offered', offerBy: 'maker', bonded: false, deal: 'none' },
  ...{ shipped: { maker: false, taker: false }, received: { maker: false, taker: false } },
}
const refused = (act: HeldAct, standing: Partial<TradeStanding>, side: 'maker' | 'taker' = 'taker') => {
  try {
    requireAct(act, { ...offered, ...standing }, side)
    return undefined
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('an offer is answered by the other side, and taken back by the one who made it', () => {
  expect(actsOf(offered, 'taker')).toEqual(['counter', 'accept', 'decline'])
  expect(actsOf(offered, 'maker')).toEqual(['withdraw'])
  expect(refused('accept', {}, 'maker')).toBe('trade.own')
  expect(refused('withdraw', {})).toBe('trade.not-yours')
  expect(refused('accept', { state: 'expired' })).toBe('trade.expired')
})

test('who is bound says once each that they sent theirs and got the other', () => {
  const agreed: TradeStanding = { ...offered, state: 'agreed', deal: 'accepted' }
  expect(actsOf(agreed, 'maker')).toEqual(['ship', 'receive', 'dispute', 'tell', 'show'])
  const mine = { ...agreed, shipped: { maker: true, taker: false }, received: { maker: true, taker: false } }
  expect(actsOf(mine, 'maker')).toEqual(['dispute', 'tell', 'show'])
  expect(refused('ship', mine, 'maker')).toBe('trade.twice')
  expect(refused('dispute', { state: 'timed-out' })).toBe('trade.expired')
})

test('what is about bonds is refused here and offered to the wallet', () => {
  const bonded: TradeStanding = { ...offered, bonded: true, state: 'underway', deal: 'accepted' }
  expect(refused('receive', bonded)).toBe('trade.on-chain')
  expect(refused('dispute', bonded)).toBe('trade.on-chain')
  expect(actsOf(bonded, 'taker')).toEqual(['ship', 'tell', 'show', 'confirm', 'appeal'])
})

test('the first bond is put up by who made the offer, the second after it, and the first can go back until then', () => {
  const bonding: TradeStanding = { ...offered, bonded: true, state: 'bonding' }
  expect([actsOf(bonding, 'maker'), actsOf(bonding, 'taker')]).toEqual([['bond'], []])
  const proposed: TradeStanding = { ...bonding, deal: 'proposed' }
  expect([actsOf(proposed, 'maker'), actsOf(proposed, 'taker')]).toEqual([['take-back'], ['bond']])
  const lapsed: TradeStanding = { ...proposed, state: 'lapsed' }
  expect([actsOf(lapsed, 'maker'), actsOf(lapsed, 'taker')]).toEqual([['take-back'], []])
})

test('bonds of a trade whose time is over are freed by either side', () => {
  const over: TradeStanding = { ...offered, bonded: true, state: 'timed-out', deal: 'accepted' }
  expect([actsOf(over, 'maker'), actsOf(over, 'taker')]).toEqual([['free'], ['free']])
  expect(actsOf({ ...over, deal: 'timed-out' }, 'maker')).toEqual([])
})

test('nothing can be done here to a trade that has ended', () => {
  for (const state of (Object.keys(tradeStates) as TradeState[]).filter(isTradeEnd))
    for (const side of ['maker', 'taker'] as const) expect(actsOf({ ...offered, state }, side)).toEqual([])
})
