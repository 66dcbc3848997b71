import { expect, test } from 'vitest'
import type { Outcome } from '../checkout/outcome.ts'
import { resultInputShape } from './result.ts'
import { resultOfCheckout } from './win-loss.ts'

const ordered: Outcome = {
  ...{ kind: 'ordered', number: '7', total_minor: 15_000, currency: 'USD', evidence: 'Order 7' },
}
const failed = (reason: 'sold-out' | 'refused' | 'expired' | 'cancelled'): Outcome => ({
  ...{ kind: 'not-ordered', reason, detail: '' },
})

test('a checkout that ordered is won, one that the shop turned away is lost', () => {
  expect(resultOfCheckout(ordered)).toBe('win')
  expect([failed('sold-out'), failed('refused')].map(resultOfCheckout)).toEqual(['loss', 'loss'])
})

test('what its member called off, a rehearsal, and what nobody knows is neither', () => {
  const rehearsal: Outcome = { kind: 'dry-run', total_minor: 1, currency: 'USD', detail: '' }
  const unknown: Outcome = { kind: 'unknown-needs-member', detail: '' }
  const none = [failed('cancelled'), failed('expired'), rehearsal, unknown, null]
  expect(none.map(resultOfCheckout)).toEqual([null, null, null, null, null])
})

test('a result is said by word or by a checkout, and never by both', () => {
  const id = '01890000-0000-7000-8000-000000000001'
  const word = { outcome: 'win', way: 'hand', store_id: id }
  expect(resultInputShape.safeParse(word).success).toBe(true)
  expect(resultInputShape.safeParse({ request_id: id }).success).toBe(true)
  expect(resultInputShape.safeParse({ ...word, request_id: id }).success).toBe(false)
})
