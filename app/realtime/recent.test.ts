import { expect, test } from 'vitest'
import { createRecent } from './recent.ts'

/** Listens since 100,000. */
function listening(most?: number) {
  let time = 100_000
  const recent = createRecent(() => time, most)
  recent.begin()
  return { recent, at: (to: number) => (time = to) }
}
const everyone = new Set(['everyone'])

test('tells what was said to these rooms since then, each name once', () => {
  const { recent, at } = listening()
  at(110_000)
  recent.note('restock', ['everyone'])
  recent.note('ledger', ['member:ann', 'member:ben'])
  at(120_000)
  recent.note('raffle', ['everyone'])
  recent.note('raffle', ['everyone'])
  expect(recent.since(111_000, new Set(['everyone', 'member:ben']))).toEqual(
    new Set(['restock', 'ledger', 'raffle']),
  )
  expect(recent.since(111_000, everyone)).toEqual(new Set(['restock', 'raffle']))
  expect(recent.since(116_000, everyone)).toEqual(new Set(['raffle']))
})

test('clocks of two machines may differ by five seconds', () => {
  const { recent, at } = listening()
  at(120_000)
  recent.note('restock', ['everyone'])
  expect(recent.since(125_000, everyone)).toEqual(new Set(['restock']))
  expect(recent.since(125_001, everyone)).toEqual(new Set())
})

test('of what was before it listened, or too long ago, it knows nothing', () => {
  const { recent, at } = listening()
  expect(recent.since(104_999, everyone)).toBeUndefined()
  expect(recent.since(105_000, everyone)).toEqual(new Set())
  at(300_000)
  expect(recent.since(184_999, everyone)).toBeUndefined()
  expect(recent.since(185_000, everyone)).toEqual(new Set())
})

test('a line to the database that was lost is a beginning', () => {
  const { recent, at } = listening()
  at(200_000)
  recent.begin()
  expect(recent.since(204_999, everyone)).toBeUndefined()
  expect(createRecent().since(Date.now(), everyone)).toBeUndefined()
})

test('a flood makes it reach less far back, and never silent about what it forgot', () => {
  const { recent, at } = listening(10)
  for (let second = 0; second < 30; second++) {
    at(110_000 + second * 1000)
    recent.note(`said ${second}`, ['everyone'])
  }
  expect(recent.since(115_000, everyone)).toBeUndefined()
  expect(recent.since(143_000, everyone)).toEqual(new Set(['said 28', 'said 29']))
})
