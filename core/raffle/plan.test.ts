import { keccak256, stringToHex } from 'viem'
import { expect, test } from 'vitest'
import { mayCloseAt, planInputShape, prizeHash } from './plan.ts'
import { placesOf, prizeOf } from './prize.ts'

const prizes = [
  { title: 'The pair', count: 1 },
  { title: 'Socks', count: 3 },
]
const described = { id: '0198c0de-0000-7000-8000-000000000001', title: 'Friday', text: '', prizes }
const input = { title: 'Friday', prizes, price: '5', closes_at: '2026-12-01T00:00:00Z' }

test('every place has its prize, in order, and there is none behind the last', () => {
  expect(placesOf(prizes)).toBe(4)
  expect([0, 1, 2, 3, 4].map((place) => prizeOf(prizes, place)?.title)).toEqual([
    ...['The pair', 'Socks', 'Socks', 'Socks'],
    undefined,
  ])
})

test('the hash is that of the JSON that its docstring names', () => {
  const json = `["SNPD raffle","${described.id}","Friday","",[["The pair",1],["Socks",3]]]`
  expect(prizeHash(described)).toBe(keccak256(stringToHex(json)))
})

test('another word, number or order is another hash', () => {
  const others = [
    { ...described, id: described.id.replace(/1$/, '2') },
    { ...described, title: 'Saturday' },
    { ...described, text: 'Friday' },
    { ...described, prizes: prizes.toReversed() },
    { ...described, prizes: [{ title: 'The pair', count: 2 }] },
  ]
  const hashes = [described, ...others].map(prizeHash)
  expect(new Set(hashes).size).toBe(hashes.length)
})

test('no more prizes than the contract draws, and no words that read otherwise than they are', () => {
  expect(planInputShape.safeParse(input).success).toBe(true)
  const many = [
    { title: 'Socks', count: 300 },
    { title: 'Laces', count: 201 },
  ]
  expect(planInputShape.safeParse({ ...input, prizes: many }).error?.issues[0]?.message).toBe(
    'at most 500 prizes in all',
  )
  expect(planInputShape.safeParse({ ...input, title: 'Fri\u202eyad' }).success).toBe(false)
  expect(planInputShape.safeParse({ ...input, prizes: [] }).success).toBe(false)
})

test('it closes neither at once nor after the contract could take it', () => {
  const now = new Date('2026-11-23T00:00:00Z')
  const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  expect([59, 60, 365 * 86_400, 366 * 86_400].map((each) => mayCloseAt(inSeconds(each), now))).toEqual([
    ...[false, true, true, false],
  ])
})
