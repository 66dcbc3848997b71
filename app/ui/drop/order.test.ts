import { expect, test } from 'vitest'
import { inOrder } from './order.ts'

const drop = (opens_at: string) => ({ opens_at })

test('puts what is open first, newest first, and what is ahead behind it, soonest first', () => {
  const drops = ['2026-11-25', '2026-11-20', '2026-11-23', '2026-11-21'].map(drop)
  expect(inOrder(drops, Date.parse('2026-11-22')).map(({ opens_at }) => opens_at.slice(8))).toEqual([
    ...['21', '20', '23', '25'],
  ])
})
