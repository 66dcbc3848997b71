import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DealStep,
  isTradeEnd,
  type TradeFacts,
  type TradeState,
  tradeState,
  tradeStates,
} from './states.ts'

const states = Object.keys(tradeStates) as TradeState[]
const edges: Record<TradeState, readonly TradeState[]> = tradeStates

function reachable(from: TradeState): Set<TradeState> {
  const seen = new Set<TradeState>()
  const visit = (state: TradeState) => {
    if (seen.has(state)) return
    seen.add(state)
    edges[state].forEach(visit)
  }
  visit(from)
  return seen
}

test('every state can be reached from the first, every one can end, and none is come back to', () => {
  expect([...reachable('offered')].sort()).toEqual([...states].sort())
  for (const state of states) {
    expect([...reachable(state)].some(isTradeEnd), state).toBe(true)
    for (const next of edges[state]) expect(reachable(next), `${state} > ${next}`).not.toContain(state)
  }
})

test('a ruling comes only after a dispute, and who is bound cannot leave by saying no', () => {
  const into = (target: TradeState) => states.filter((state) => edges[state].includes(target))
  expect(into('ruled')).toEqual(['disputed'])
  expect(into('disputed')).toEqual(['agreed', 'underway'])
  for (const refusal of ['declined', 'withdrawn', 'expired', 'called-off', 'lapsed'] as const)
    expect(reachable('agreed')).not.toContain(refusal)
})

const start = Date.parse('2026-01-01T12:00:00Z')
const at = (minute: number) => new Date(start + minute * 60_000)
const offered: TradeFacts = {
  answer: null,
  answerBy: at(10),
  deal: { step: 'none', wasOpen: false, bondBy: null, confirmBy: null, ruleBy: null },
  isShipped: false,
  now: at(0),
}
const deal = (step: DealStep, change: Partial<TradeFacts['deal']> = {}): Partial<TradeFacts> => ({
  answer: 'accepted',
  deal: { ...offered.deal, step, bondBy: at(20), confirmBy: at(30), ...change },
})
const stateOf = (facts: Partial<TradeFacts>) => tradeState({ ...offered, ...facts })

test('the facts add up to one state', () => {
  expect(stateOf({})).toBe('offered')
  expect(stateOf({ answer: 'declined', now: at(99) })).toBe('declined')
  expect(stateOf(deal('none'))).toBe('bonding')
  expect(stateOf(deal('proposed'))).toBe('bonding')
  expect(stateOf(deal('withdrawn'))).toBe('called-off')
  expect(stateOf(deal('accepted'))).toBe('agreed')
  expect(stateOf({ ...deal('accepted'), isShipped: true })).toBe('underway')
  expect(stateOf(deal('disputed', { ruleBy: at(40) }))).toBe('disputed')
  for (const end of ['completed', 'ruled'] as const) expect(stateOf(deal(end))).toBe(end)
  for (const late of ['timed-out', 'withdrawn'] as const)
    expect(stateOf(deal(late, { wasOpen: true }))).toBe('lapsed')
  expect(stateOf(deal('timed-out'))).toBe('timed-out')
})

test('each deadline is a moment that is too late, as in the contract', () => {
  expect([stateOf({ now: at(9) }), stateOf({ now: at(10) })]).toEqual(['offered', 'expired'])
  const late = (facts: Partial<TradeFacts>, minute: number) => [
    stateOf({ ...facts, now: at(minute - 1) }),
    stateOf({ ...facts, now: at(minute) }),
  ]
  expect(late(deal('proposed'), 20)).toEqual(['bonding', 'lapsed'])
  expect(late(deal('accepted'), 30)).toEqual(['agreed', 'timed-out'])
  expect(late(deal('disputed', { ruleBy: at(40) }), 40)).toEqual(['disputed', 'timed-out'])
})

test('what is over by the contract is over whatever the clock says', () => {
  for (const end of ['completed', 'ruled', 'withdrawn'] as const)
    expect(stateOf(deal(end))).toBe(stateOf({ ...deal(end), now: at(999) }))
})

/** What the contract and the sides can do to the facts; a step that is not possible leaves them as they are. */
const moves: Record<string, (facts: TradeFacts) => TradeFacts> = {
  wait: (facts) => ({ ...facts, now: new Date(facts.now.getTime() + 7 * 60_000) }),
  decline: (facts) => (tradeState(facts) === 'offered' ? { ...facts, answer: 'declined' } : facts),
  withdraw: (facts) => (tradeState(facts) === 'offered' ? { ...facts, answer: 'withdrawn' } : facts),
  agree: (facts) =>
    tradeState(facts) === 'offered'
      ? { ...facts, ...deal('accepted', { bondBy: null, confirmBy: after(facts, 15) }) }
      : facts,
  bond: (facts) =>
    tradeState(facts) === 'offered'
      ? { ...facts, ...deal('none', { bondBy: after(facts, 10), confirmBy: after(facts, 20) }) }
      : facts,
  ship: (facts) => (tradeState(facts) === 'agreed' ? { ...facts, isShipped: true } : facts),
}
const after = ({ now }: TradeFacts, minutes: number) => new Date(now.getTime() + minutes * 60_000)
const onChain: Partial<Record<DealStep, readonly DealStep[]>> = {
  none: ['proposed'],
  proposed: ['accepted', 'withdrawn', 'timed-out'],
  accepted: ['completed', 'disputed', 'timed-out'],
  disputed: ['ruled', 'timed-out'],
}

function stepTo(facts: TradeFacts, step: DealStep): TradeFacts {
  const { deal: was, now } = facts
  if (facts.answer !== 'accepted' || !onChain[was.step]?.includes(step)) return facts
  const until = { none: was.bondBy, proposed: was.bondBy, accepted: was.confirmBy, disputed: was.ruleBy }
  const deadline = until[was.step as keyof typeof until]
  const isLate = deadline !== null && now >= deadline
  // A bond may be taken back late too; all else has its time.
  if (step === 'timed-out' ? !isLate : isLate && step !== 'withdrawn') return facts
  const wasOpen = isLate && was.step === 'proposed'
  return {
    ...facts,
    deal: { ...was, step, wasOpen, ruleBy: step === 'disputed' ? after(facts, 9) : was.ruleBy },
  }
}

test('whatever the sides, the contract and the clock do, a trade only goes along its edges', () => {
  const steps: DealStep[] = [
    'proposed',
    'accepted',
    'withdrawn',
    'completed',
    'disputed',
    'ruled',
    'timed-out',
  ]
  const move = fc.oneof(fc.constantFrom(...Object.keys(moves)), fc.constantFrom(...steps))
  const seen = new Set<TradeState>()
  const walks = fc.property(fc.array(move, { maxLength: 40, size: 'max' }), (walk) => {
    let facts = offered
    for (const name of walk) {
      const before = tradeState(facts)
      facts = moves[name]?.(facts) ?? stepTo(facts, name as DealStep)
      const next = tradeState(facts)
      seen.add(next)
      if (next !== before) expect(edges[before], `${before} > ${next} by ${name}`).toContain(next)
    }
  })
  fc.assert(walks, { numRuns: 3000 })
  expect([...seen].sort()).toEqual([...states].sort())
})
