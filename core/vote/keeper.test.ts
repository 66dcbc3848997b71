import { expect, test } from 'vitest'
import { dueStep, type KeeperFacts } from './keeper.ts'

const at = (second: number) => new Date(second * 1_000)
const due = (change: Partial<KeeperFacts>) =>
  dueStep({
    ...{ step: null, voteStart: at(10), voteEnd: at(20), quorum: 5n, now: at(21), eta: null },
    ...{ tally: { for: 5n, against: 0n, abstain: 0n } },
    ...change,
  })

test('what won is queued, from the second after its vote closed on', () => {
  expect(due({})).toBe('queue')
  expect(due({ now: at(20) })).toBeNull()
})

test('what lost, or too few took part in, is let be', () => {
  expect(due({ tally: { for: 4n, against: 0n, abstain: 0n } })).toBeNull()
  expect(due({ tally: { for: 9n, against: 9n, abstain: 0n } })).toBeNull()
})

test('what is queued is executed once the timelock lets it', () => {
  expect(due({ step: 'queued', eta: at(30), now: at(29) })).toBeNull()
  expect(due({ step: 'queued', eta: at(30), now: at(30) })).toBe('execute')
})

test('what has ended is let be', () => {
  for (const step of ['executed', 'canceled'] as const) expect(due({ step, now: at(99) })).toBeNull()
})
