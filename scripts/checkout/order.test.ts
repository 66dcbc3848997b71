import { expect, test } from 'vitest'
import type { Review } from '../../core/checkout/shape.ts'
import type { Visiting } from './job.ts'
import { placeOrder } from './order.ts'
import type { Visit } from './visit.ts'

const review: Review = {
  ...{ title: 'Pair', size: '10', quantity: 1, total_minor: 15_700, currency: 'USD', lines: [] },
}

test('a shop that wants to be left alone for long is handed over before the fence, which the click would not get past', async () => {
  const written: unknown[] = []
  const page = { url: () => 'https://shop.example/checkout' }
  const job = {
    url: new URL('https://shop.example/p'),
    buyer: { email: 'k@example.org' },
    adapter: { review: async () => review },
    journal: { read: () => undefined, write: (...all: unknown[]) => void written.push(all) },
    stay: { resume: async () => false, nowOrNever: () => undefined },
    stopping: new AbortController().signal,
    screen: { step: () => undefined, say: () => undefined },
  } as unknown as Visiting
  const walk = { page, facts: { resumeUrl: null } }
  const visit = { walk, cookies: async () => [] } as unknown as Visit
  const placing = placeOrder(job, visit, review)
  await expect(placing).rejects.toMatchObject({ outcome: { kind: 'handover', reason: 'policy' } })
  expect(written).toEqual([])
})
