import { expect, test } from 'vitest'
import { checkDraw, type RaffleFacts } from './check.ts'
import { seedOf, winnersOf } from './draw.ts'

const randomness = `0x${'5e'.repeat(32)}` as const
const where = { chainId: 31_337, raffle: `0x${'ab'.repeat(20)}` as const, id: 3n }
const seed = seedOf({ ...where, randomness })
const members = [1, 2, 3, 4].map((index) => `0x${String(index).repeat(40)}` as const)

/** A right draw: closes at 1,000, margin 60, rounds every 3 seconds from 1,000 on. */
const right: RaffleFacts = {
  ...where,
  clock: { genesis: 1_000, period: 3 },
  created: { round: 22n, closesAt: 1_000, winners: 2 },
  entered: members.map((member, ticket) => ({ ticket, member })),
  drawn: { round: 22n, seed },
  told: { margin: 60, winners: winnersOf(seed, 4, 2), entries: 4 },
}
const differences = (changed: Partial<RaffleFacts>) =>
  checkDraw({ ...right, ...changed }, randomness).differences

test('a right draw has no differences, and names its winners', () => {
  const { winners, differences: none } = checkDraw(right, randomness)
  expect(none).toEqual([])
  expect(winners.map(({ ticket }) => ticket)).toEqual(right.told.winners)
  expect(winners.map(({ member }) => member)).toEqual(right.told.winners.map((ticket) => members[ticket]))
})

test('a round that the operator chose, or another one at the draw, is told', () => {
  expect(differences({ created: { ...right.created, round: 21n } })).toEqual([
    'The raffle was fixed to round 21; the first round after its close and margin is 22.',
    'It was fixed to round 21 and drawn with round 22.',
  ])
})

test('another seed is told', () => {
  const other = `0x${'00'.repeat(32)}` as const
  expect(differences({ drawn: { ...right.drawn, seed: other } })).toEqual([
    `The round gives seed ${seed}, the chain was drawn with ${other}.`,
  ])
})

test('tickets out of order, a member twice and entries that nobody made are told', () => {
  const [first, second, third, fourth] = right.entered
  if (!(first && second && third && fourth)) throw new Error('four entered')
  expect(differences({ entered: [first, third, second, fourth] })).toEqual(['Entry 1 got ticket 2.'])
  const twice = [first, second, third, { ...fourth, member: first.member }]
  expect(differences({ entered: twice })).toEqual(['A member entered twice.'])
  expect(differences({ told: { ...right.told, entries: 5 } })).toEqual([
    'The chain counts 5 entries, and tells of 4.',
  ])
})

test('a missing winner and one too many are told', () => {
  const [first = 0] = right.told.winners
  const fewer = differences({ told: { ...right.told, winners: [first] } })
  expect(fewer).toEqual([
    expect.stringMatching(/^Place 2: the draw gives ticket \d, the chain says nobody\.$/),
  ])
  const more = differences({ told: { ...right.told, winners: [...right.told.winners, 3] } })
  expect(more).toEqual(['Place 3: the draw gives nobody, the chain says ticket 3.'])
})
