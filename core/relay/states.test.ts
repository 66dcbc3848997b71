import { expect, test } from 'vitest'
import {
  isRelayEnd,
  type RelayFacts,
  type RelayState,
  relayState,
  relayStates,
  undoneByReorg,
} from './states.ts'

const states = Object.keys(relayStates) as RelayState[]
const edges: Record<RelayState, readonly RelayState[]> = relayStates

function reachable(from: RelayState): Set<RelayState> {
  const seen = new Set<RelayState>()
  const visit = (state: RelayState) => {
    if (seen.has(state)) return
    seen.add(state)
    edges[state].forEach(visit)
  }
  visit(from)
  return seen
}

test('every state can be reached from the first, and every one can end', () => {
  expect([...reachable('queued')].sort()).toEqual([...states].sort())
  for (const state of states) expect([...reachable(state)].some(isRelayEnd), state).toBe(true)
})

test('what was sent is never refused any more: somebody may carry it out', () => {
  for (const state of ['sending', 'sent', 'mined'] as const)
    expect(reachable(state).has('refused')).toBe(false)
  for (const state of states)
    expect(edges[state].includes('queued') || (state !== 'queued' && edges[state].includes('sending'))).toBe(
      false,
    )
})

const now = new Date('2026-01-01T12:00:00Z')
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const waiting: RelayFacts = {
  ...{ outcome: null, isRefused: false, isFrozen: false, isSent: false, minedBlock: null },
  ...{ mirroredBlock: 10, forward: null, deadline: at(60), now },
}
const stateOf = (facts: Partial<RelayFacts>) => relayState({ ...waiting, ...facts })

test('the facts add up to one state', () => {
  const frozen = { isFrozen: true }
  const sent = { ...frozen, isSent: true }
  expect(stateOf({})).toBe('queued')
  expect(stateOf(frozen)).toBe('sending')
  expect(stateOf(sent)).toBe('sent')
  expect(stateOf({ ...sent, minedBlock: 11 })).toBe('mined')
  expect(stateOf({ ...sent, forward: { isThis: true, success: true } })).toBe('done')
  expect(stateOf({ ...sent, forward: { isThis: true, success: false } })).toBe('reverted')
  expect(stateOf({ ...sent, forward: { isThis: false, success: true } })).toBe('replaced')
  expect(stateOf({ isRefused: true })).toBe('refused')
})

test('what a mirrored block left out of its transaction is not called mined for ever', () => {
  const sent = { isFrozen: true, isSent: true }
  expect(stateOf({ ...sent, minedBlock: 10 })).toBe('sent')
  expect(stateOf({ ...sent, minedBlock: 10, deadline: at(-61) })).toBe('expired')
  expect(stateOf({ ...sent, minedBlock: 11, deadline: at(-61) })).toBe('mined')
})

test('a deadline is over a minute after it, and never once the request was carried out', () => {
  expect(stateOf({ deadline: at(-60) })).toBe('queued')
  expect(stateOf({ deadline: at(-61) })).toBe('expired')
  expect(stateOf({ deadline: at(-61), forward: { isThis: true, success: true } })).toBe('done')
})

test('an outcome outlives whatever another deployment shows of the same number', () => {
  expect(stateOf({ outcome: 'done', forward: { isThis: false, success: false } })).toBe('done')
})

/** Every combination of facts that can be. */
function* everyFacts(): Generator<RelayFacts> {
  const flags = [false, true]
  for (const isRefused of flags)
    for (const isFrozen of flags)
      for (const isSent of flags)
        for (const minedBlock of [null, 10, 11])
          for (const late of flags)
            for (const forward of [
              null,
              ...flags.flatMap((isThis) => flags.map((success) => ({ isThis, success }))),
            ])
              if ((isFrozen || !isSent) && (isSent || minedBlock === null) && !(isRefused && isFrozen))
                yield {
                  ...waiting,
                  isRefused,
                  isFrozen,
                  isSent,
                  minedBlock,
                  forward,
                  deadline: at(late ? -61 : 60),
                }
}

/** `to` differs from `from` by what one step forward can bring. */
function isStepForward(from: RelayFacts, to: RelayFacts): boolean {
  const grows = (key: 'isRefused' | 'isFrozen' | 'isSent') => Number(to[key]) - Number(from[key])
  const changes = [
    grows('isRefused'),
    grows('isFrozen'),
    grows('isSent'),
    from.minedBlock === to.minedBlock ? 0 : from.minedBlock === null ? 1 : -1,
    from.forward === to.forward ? 0 : from.forward === null ? 1 : -1,
    Number(to.deadline < from.deadline) - Number(from.deadline < to.deadline),
  ]
  return changes.every((change) => change >= 0) && changes.filter((change) => change > 0).length === 1
}

test('each step of the facts is an edge of the graph, but from what a reorg or a clock may take back', () => {
  const all = [...everyFacts()]
  let steps = 0
  for (const from of all)
    for (const to of all) {
      const [before, after] = [relayState(from), relayState(to)]
      if (before === after || !isStepForward(from, to)) continue
      steps++
      if (!undoneByReorg.includes(before) && before !== 'refused')
        expect(edges[before], `${before} > ${after}`).toContain(after)
    }
  expect(steps).toBeGreaterThan(50)
})
