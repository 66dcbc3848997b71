import { expect, test } from 'vitest'
import { newsOf } from './news.ts'
import type { ProposalFacts } from './states.ts'

const at = (second: number) => new Date(second * 1_000)
const news = (change: Partial<ProposalFacts>) =>
  newsOf({
    ...{ step: null, voteStart: at(10), voteEnd: at(20), quorum: 5n, now: at(15) },
    ...{ tally: { for: 5n, against: 0n, abstain: 0n } },
    ...change,
  })

test('a proposal is news when it opens, when it closes and when it is in force', () => {
  expect([news({}), news({ now: at(21) }), news({ step: 'queued' }), news({ step: 'executed' })]).toEqual([
    ...['open', 'won', 'won', 'in-force'],
  ])
  expect(news({ now: at(21), tally: { for: 1n, against: 2n, abstain: 9n } })).toBe('lost')
})

test('nobody is told of what waits, or was taken back', () => {
  expect([news({ now: at(10) }), news({ step: 'canceled' })]).toEqual([undefined, undefined])
})
