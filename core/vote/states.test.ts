import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  hasWon,
  isProposalEnd,
  type ProposalFacts,
  type ProposalState,
  proposalState,
  proposalStates,
} from './states.ts'

const [start, end] = [new Date(1_000_000), new Date(2_000_000)]
const facts = (change: Partial<ProposalFacts> = {}): ProposalFacts => ({
  ...{ step: null, voteStart: start, voteEnd: end, quorum: 10n, now: new Date(1_500_000) },
  ...{ tally: { for: 10n, against: 9n, abstain: 0n } },
  ...change,
})
const after = new Date(end.getTime() + 1_000)

const names = Object.keys(proposalStates) as ProposalState[]

test('every state but the first is reached, and every one leads to an end', () => {
  const reached = new Set<ProposalState>(['pending'])
  for (const state of reached) for (const next of proposalStates[state]) reached.add(next)
  expect([...reached].sort()).toEqual(names.toSorted())
  const leads = (state: ProposalState): boolean =>
    isProposalEnd(state) || proposalStates[state].every((next) => leads(next))
  expect(names.filter((name) => !leads(name))).toEqual([])
  expect(names.filter(isProposalEnd).sort()).toEqual(['canceled', 'defeated', 'executed'])
})

test('it opens after the second whose weights count, and closes after its last one, as the governor says', () => {
  expect(proposalState(facts({ now: start }))).toBe('pending')
  expect(proposalState(facts({ now: new Date(start.getTime() + 1_000) }))).toBe('active')
  expect(proposalState(facts({ now: end }))).toBe('active')
  expect(proposalState(facts({ now: after }))).toBe('succeeded')
})

test('a tie loses, and so does a win that too few took part in; who abstains takes part', () => {
  const state = (tally: ProposalFacts['tally']) => proposalState(facts({ tally, now: after }))
  expect(state({ for: 10n, against: 10n, abstain: 0n })).toBe('defeated')
  expect(state({ for: 9n, against: 0n, abstain: 0n })).toBe('defeated')
  expect(state({ for: 9n, against: 100n, abstain: 1n })).toBe('defeated')
  expect(state({ for: 2n, against: 1n, abstain: 8n })).toBe('succeeded')
})

test('votes against are no part of the quorum', () => {
  const tally = { for: 5n, against: 4n, abstain: 4n }
  expect(hasWon({ tally, quorum: 10n })).toBe(false)
  expect(hasWon({ tally, quorum: 9n })).toBe(true)
})

test('what the chain did with it counts more than the clock', () => {
  for (const step of ['queued', 'executed', 'canceled'] as const)
    for (const now of [new Date(0), after]) expect(proposalState(facts({ step, now }))).toBe(step)
})

test('time alone moves it only along its edges', () => {
  const tallies = fc.record({
    for: fc.bigInt(0n, 20n),
    against: fc.bigInt(0n, 20n),
    abstain: fc.bigInt(0n, 20n),
  })
  const times = fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 3_000 }))
  fc.assert(
    fc.property(tallies, times, (tally, [one, other]) => {
      const at = (second: number) => proposalState(facts({ tally, now: new Date(second * 1_000) }))
      const [from, to] = [at(Math.min(one, other)), at(Math.max(one, other))]
      const reached = new Set<ProposalState>([from])
      for (const state of reached) for (const next of proposalStates[state]) reached.add(next)
      expect(reached).toContain(to)
    }),
  )
})
