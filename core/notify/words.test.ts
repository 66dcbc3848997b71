import { expect, test } from 'vitest'
import type { Alert } from '../alert/shape.ts'
import { wordsOf } from './words.ts'

const common = { seq: 1, id: '0', written_at: '2026-11-23T10:00:00.000Z' }
const place = { sneaker: { brand: 'Marlow', name: 'Court 84' }, store: { name: 'Corner' } }
const restock = (change: object = {}) =>
  ({
    ...{ ...common, ...place, kind: 'restock', restock_id: 'r-1', size: '9.5', state: 'in' },
    ...{ price_minor: 11_000, currency: 'USD', confidence: 0.9, ...change },
  }) as Alert
const drop = { ...common, ...place, kind: 'drop', drop_id: '1' } as Alert
const award = { ...common, kind: 'award', member_id: '1', award_id: '2' } as Alert
const purchase = { ...common, kind: 'purchase', member_id: '1', request_id: '2', state: 'ordered' } as Alert
const vote = { ...common, kind: 'vote', proposal_id: '0x12', state: 'open' } as Alert
const words = (...alerts: Alert[]) => wordsOf({ id: '0', alerts })

test('a restock names the pair, its size if it has one, the shop and the price, and leads to itself', () => {
  expect(words(restock())).toEqual({
    ...{ title: 'Marlow Court 84, size 9.5', body: 'Corner · $110.00', path: '/restocks?restock=r-1' },
  })
  expect(words(restock({ size: '' })).title).toBe('Marlow Court 84')
  expect(words(restock({ price_minor: null, confidence: 0.4 })).body).toBe('Corner · not sure yet')
})

test('what can only be ordered ahead is never said to be there', () => {
  expect(words(restock({ state: 'preorder' })).body).toBe('Corner · to be ordered ahead · $110.00')
})

test('several lead to the page that they are all on; restocks before the others', () => {
  const paths = [
    [award, award],
    [drop, drop],
    [restock(), restock({ restock_id: 'r-2' })],
    [award, restock()],
  ]
  expect(paths.map((alerts) => words(...alerts).path)).toEqual([
    '/ledger',
    '/drops',
    '/restocks',
    '/restocks',
  ])
  expect(words(award, purchase).path).toBe('/')
  expect(words(purchase, purchase).path).toBe('/checkouts/2')
})

test('news of a raffle lead to it, and say what the member has to do', () => {
  const news = (state: string) =>
    words({ ...common, kind: 'raffle', member_id: '1', raffle_id: '7', state } as Alert)
  expect(news('won')).toEqual({
    ...{ title: 'You won a raffle', body: 'Say where your prize goes.', path: '/raffles/7' },
  })
  expect([news('refunded').title, news('sent').title]).toEqual([
    ...['Your karma is back', 'Your prize is on its way'],
  ])
})

test('news of a trade lead to it, and those of a ring to the ring', () => {
  const news = (change: object) => words({ ...common, kind: 'trade', member_id: '1', ...change } as Alert)
  expect(news({ trade_id: '5', ring_id: null, state: 'offered' })).toEqual({
    ...{ title: 'A trade is offered to you', body: 'Accept, decline, or make another offer.' },
    path: '/trades/5',
  })
  expect(news({ trade_id: null, ring_id: '6', state: 'ring-offered' }).path).toBe('/trades/rings/6')
})

test('a raffle that opens is told by its name and whom it lets in, and leads to it as long as the chain has it', () => {
  const open = (change: object) =>
    words({ ...common, kind: 'raffle-open', raffle_id: '7', title: 'Friday', tier: 0, ...change } as Alert)
  expect(open({})).toEqual({
    ...{ title: 'A raffle is open: Friday', body: 'Everyone may enter.', path: '/raffles/7' },
  })
  expect(open({ tier: 2 }).body).toBe('Your pass of tier 2 lets you enter.')
  expect(open({ raffle_id: null }).path).toBe('/raffles')
})

test('a digest says how many there are and the first five', () => {
  const { title, body } = words(...Array.from({ length: 7 }, () => award))
  expect([title, body.split('\n').length, body.split('\n').at(-1)]).toEqual(['7 alerts', 6, 'and 2 more'])
})

test('what a group calls out names the group and who called, and leads to its alerts', () => {
  const group = { id: '3', slug: 'cooks', name: 'Cooks' }
  const call = { ...common, kind: 'group', call_id: '1', group, text: 'Back door, now.', by: 'ann' } as Alert
  expect(words(call)).toEqual({
    ...{ title: 'Cooks', body: 'ann: Back door, now.', path: '/groups/cooks/alerts' },
  })
  expect(words({ ...call, by: null } as Alert).body).toBe('Back door, now.')
})

test('news of a vote lead to it', () => {
  expect(words(vote)).toMatchObject({ title: 'A vote is open', path: '/votes/0x12' })
})
