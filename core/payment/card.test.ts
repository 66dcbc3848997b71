import { expect, test } from 'vitest'
import { readCard } from './card.ts'

const now = new Date('2026-11-22T12:00:00Z')
const good = { number: '4111 1111-1111 1111', name: ' Kim Rivera ', expiry: '4/31', label: ' Blue one ' }

test('a card is read as people type it', () => {
  const card = { number: '4111111111111111', name: 'Kim Rivera', expMonth: 4, expYear: 2031 }
  expect(readCard(good, now)).toEqual({ card, label: 'Blue one' })
  expect(readCard({ ...good, expiry: '04 / 2031' }, now)).toMatchObject({ card })
})

test('a card is good to the last day of its month', () => {
  expect(readCard({ ...good, expiry: '11/26' }, now)).toHaveProperty('card')
  const last = new Date('2026-11-30T23:59:59.999Z')
  expect(readCard({ ...good, expiry: '11/26' }, last)).toHaveProperty('card')
  expect(readCard({ ...good, expiry: '11/26' }, new Date('2026-12-01T00:00:00Z'))).toHaveProperty(
    'errors.expiry',
  )
  expect(readCard({ ...good, expiry: '10/26' }, now)).toHaveProperty('errors.expiry')
})

test.each([
  [{ number: '4111 1111 1111 1112' }, 'number'],
  [{ number: '411111111111' }, 'number'],
  [{ number: '41111111111111111111' }, 'number'],
  [{ number: 'four' }, 'number'],
  [{ name: ' ' }, 'name'],
  [{ name: 'x'.repeat(101) }, 'name'],
  [{ expiry: '13/31' }, 'expiry'],
  [{ expiry: '0/31' }, 'expiry'],
  [{ expiry: 'soon' }, 'expiry'],
  [{ label: '4111 1111 1111 1111' }, 'label'],
  [{ label: ' ' }, 'label'],
])('%j is told at its field, without quoting it', (change, field) => {
  const read = readCard({ ...good, ...change }, now)
  expect(Object.keys('errors' in read ? (read.errors ?? {}) : {})).toEqual([field])
  expect(JSON.stringify(read)).not.toMatch(/\d{8}/)
})
