import { expect, test } from 'vitest'
import type { PurchaseRequest } from '../../../core/checkout/shape.ts'
import type { Drop } from '../../../core/drop/shape.ts'
import type { Restock } from '../../../core/restock/shape.ts'
import { markOf } from './marks.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now - hours * 3_600_000).toISOString()
const sneaker = {
  id: 's1',
  style_code: 'X-1',
  brand: 'B',
  name: 'N',
  colorway: 'C',
  retail_minor: 1,
  currency: 'USD',
}
const store = { id: 't1', slug: 't', name: 'T', city: 'C', state: 'S', latitude: 0, longitude: 0 }
const drop: Drop = {
  id: 'd1',
  slug: 'd',
  title: 'D',
  sneaker,
  store,
  product_url: 'http://localhost/',
  price_minor: 1,
  currency: 'USD',
  sizes: ['10'],
  opens_at: hoursAgo(1),
  min_karma: '0',
  snapshot_at: null,
  pass_tier: null,
  gate: null,
}

function seen(hours: number, change: Partial<Restock> = {}): Restock {
  return {
    id: 'r1',
    sneaker_id: 's1',
    store_id: 't1',
    size: '10',
    price_minor: null,
    currency: null,
    note: null,
    timestamp: hoursAgo(hours),
    confirmed_at: hoursAgo(hours),
    confirmations: 1,
    ...{ state: 'in', source: 'member', confidence: 0.5, evidence: null, seen_at: null, latency_ms: null },
    ...{ ended_at: null, open: true, photos: [] },
    reported_by: { username: 'maya' },
    mine: false,
    confirmed_by_me: false,
    not_counted: null,
    sneaker,
    store,
    ...change,
  }
}

function soldOut(hours: number): PurchaseRequest {
  return {
    id: 'p1',
    drop_id: 'd1',
    size: '10',
    max_total_minor: 1,
    currency: 'USD',
    mode: 'review',
    state: 'not-ordered',
    review: null,
    live: null,
    word: null,
    preferences: { shipping: 'cheapest', payment: [] },
    outcome: { kind: 'not-ordered', reason: 'sold-out', detail: '' },
    events: [],
    created_at: hoursAgo(hours),
    updated_at: hoursAgo(hours),
    drop: { slug: 'd', title: 'D' },
  }
}

const mark = (restocks: Restock[], purchases: PurchaseRequest[] = []) =>
  markOf(drop, '10', { restocks, purchases, now })

test('a confirmed report within a day is in', () => {
  expect(mark([seen(2)])).toBe('in')
})

test('unconfirmed, stale, gone, to be ordered ahead, other sizes and other pairs say nothing', () => {
  const others = [
    seen(2, { confirmed_at: null }),
    seen(25),
    seen(2, { ended_at: hoursAgo(1), open: false }),
    seen(2, { state: 'preorder' }),
    seen(2, { size: '9' }),
    seen(2, { sneaker_id: 's2' }),
  ]
  expect(mark(others)).toBe('unknown')
})

test('sold out at the shop is out until somebody sees the pair again', () => {
  expect(mark([seen(5)], [soldOut(2)])).toBe('out')
  expect(mark([seen(1)], [soldOut(2)])).toBe('in')
})
