import { expect, test } from 'vitest'
import { type BadgeFacts, badges, badgesOf } from './badges.ts'

const none: BadgeFacts = { reports: 0, confirmations: 0, scouts: 0, cities: 0, areas: 0, streak: 0 }

test('a badge is earned with the act that completes it, and shows no more than it needs', () => {
  const of = (facts: Partial<BadgeFacts>, id: string) =>
    badgesOf({ ...none, ...facts }).find((badge) => badge.id === id)
  expect(of({ reports: 24 }, 'regular-eyes')).toMatchObject({ have: 24, earned: false })
  expect(of({ reports: 25 }, 'regular-eyes')).toMatchObject({ have: 25, earned: true })
  expect(of({ reports: 400 }, 'regular-eyes')).toMatchObject({ have: 25, earned: true })
})

test('nobody begins with one, and each can be had', () => {
  expect(badgesOf(none).filter(({ earned }) => earned)).toEqual([])
  const most = Object.fromEntries(Object.keys(none).map((key) => [key, 1000])) as BadgeFacts
  expect(badgesOf(most).every(({ earned }) => earned)).toBe(true)
  expect(new Set(badges.map(({ id }) => id)).size).toBe(badges.length)
})
