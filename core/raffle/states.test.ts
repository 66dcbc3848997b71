import { expect, test } from 'vitest'
import {
  isDrawn,
  isOff,
  mirroredStates,
  type RaffleState,
  raffleState,
  raffleStates,
  type StateFacts,
  undoneByReorg,
} from './states.ts'

const now = new Date('2026-11-23T12:00:00Z')
const [before, after] = [new Date(now.getTime() - 1), new Date(now.getTime() + 1)]
const names = Object.keys(raffleStates) as RaffleState[]
const next = (state: RaffleState): readonly RaffleState[] => raffleStates[state]

test('every state is reached from a plan, and every way ends', () => {
  const reached = new Set<RaffleState>(['planned'])
  for (const state of reached) for (const each of next(state)) reached.add(each)
  expect([...reached].sort()).toEqual(names.toSorted())
  const endsWithin = (state: RaffleState, steps: number): boolean =>
    next(state).every((each) => steps > 0 && endsWithin(each, steps - 1))
  expect(endsWithin('planned', names.length)).toBe(true)
})

test('what was drawn is never called off, and what was called off is never drawn', () => {
  const following = (from: RaffleState) => {
    const seen = new Set<RaffleState>([from])
    for (const state of seen) for (const each of next(state)) seen.add(each)
    return [...seen]
  }
  for (const state of names) {
    if (isDrawn(state)) expect(following(state).some(isOff)).toBe(false)
    if (isOff(state)) expect(following(state).some(isDrawn)).toBe(false)
  }
})

test('the chain has the first word: a plan that was refused or withdrawn is what the mirror says', () => {
  const refusal = { code: 'raffle.refused' as const, message: 'No.', fix: '' }
  for (const state of mirroredStates) {
    const mirrored = { state, closesAt: after }
    const plan = { isWithdrawn: true, refusal, hasCall: true }
    expect(raffleState({ mirrored, plan, now })).toBe(state)
  }
})

test('an open raffle closes by the clock, to the moment', () => {
  const at = (closesAt: Date) => raffleState({ mirrored: { state: 'open', closesAt }, plan: null, now })
  expect([before, now, after].map(at)).toEqual(['closed', 'closed', 'open'])
})

test('a plan is refused, on its way, withdrawn or planned, in this order', () => {
  const state = (plan: { isWithdrawn: boolean; hasCall: boolean; refused?: boolean }) =>
    raffleState({
      mirrored: null,
      plan: { ...plan, refusal: plan.refused ? { code: 'raffle.refused', message: '', fix: '' } : null },
      now,
    })
  expect(state({ isWithdrawn: false, hasCall: false })).toBe('planned')
  expect(state({ isWithdrawn: true, hasCall: false })).toBe('withdrawn')
  // A transaction that is out cannot be taken back: it is cancelled once it is there.
  expect(state({ isWithdrawn: true, hasCall: true })).toBe('opening')
  expect(state({ isWithdrawn: false, hasCall: true, refused: true })).toBe('refused')
})

type Mirrored = StateFacts['mirrored']
type Plan = NonNullable<StateFacts['plan']>
const refusal = { code: 'raffle.refused' as const, message: '', fix: '' }
const bits = [false, true]
const plans: Plan[] = bits.flatMap((isWithdrawn) =>
  bits.flatMap((hasCall) => [null, refusal].map((refusal) => ({ isWithdrawn, hasCall, refusal }))),
)
const open = (closesAt: Date): Mirrored => ({ state: 'open', closesAt })
const closed = (state: (typeof mirroredStates)[number]): Mirrored => ({ state, closesAt: before })

/** What one block, or the clock, can make of what the mirror says. */
function nextBlocks(mirrored: Mirrored, { hasCall, refusal }: Plan): Mirrored[] {
  if (mirrored === null) return hasCall && !refusal ? [open(after)] : []
  if (mirrored.state === 'drawn') return [closed('settled')]
  if (mirrored.state !== 'open') return []
  if (mirrored.closesAt === after) return [open(before), { state: 'cancelled', closesAt: after }]
  return [closed('drawn'), closed('expired')]
}

/** What its operator or the worker can write down next. */
function nextPlans(mirrored: Mirrored, plan: Plan): Plan[] {
  const { isWithdrawn, hasCall } = plan
  if (mirrored) return mirrored.state === 'open' ? [{ ...plan, isWithdrawn: true }] : []
  if (plan.refusal) return []
  const called = hasCall || isWithdrawn ? [] : [{ ...plan, hasCall: true }]
  const refused = hasCall || !isWithdrawn ? [{ ...plan, refusal }] : []
  return [{ ...plan, isWithdrawn: true }, ...called, ...refused]
}

test('each step of the facts is an edge of the graph', () => {
  const seen = new Set<string>()
  const walk = (mirrored: Mirrored, plan: Plan) => {
    const key = JSON.stringify([mirrored, plan])
    if (seen.has(key)) return
    seen.add(key)
    const from = raffleState({ mirrored, plan, now })
    const step = (then: Mirrored, planned: Plan) => {
      const to = raffleState({ mirrored: then, plan: planned, now })
      if (to !== from) expect(next(from), `${from} > ${to}`).toContain(to)
      walk(then, planned)
    }
    for (const block of nextBlocks(mirrored, plan)) step(block, plan)
    for (const written of nextPlans(mirrored, plan)) step(mirrored, written)
  }
  walk(null, { isWithdrawn: false, hasCall: false, refusal: null })
  expect(seen.size).toBeGreaterThan(15)
})

test('a reorg takes back what was read off a block, and nothing else', () => {
  const mirrored = [open(after), open(before), ...mirroredStates.slice(1).map(closed)]
  const ofBlocks = mirrored.map((each) => raffleState({ mirrored: each, plan: null, now }))
  // That the chain refused it is read off its transaction's block.
  expect(undoneByReorg.toSorted()).toEqual([...ofBlocks, 'refused'].sort())
  const ofPlans = plans.map((plan) => raffleState({ mirrored: null, plan, now }))
  expect(new Set(ofPlans.filter((state) => undoneByReorg.includes(state)))).toEqual(new Set(['refused']))
})
