import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeOf } from '../cell/cell.ts'
import { karma } from '../karma/amount.ts'
import { evaluateGroupGate, type GateFacts, gateWords } from './evaluate.ts'
import { type Condition, type Gate, MOST_CONDITIONS, MOST_DEPTH } from './gate.ts'
import { parseGate } from './parse.ts'
import { writeGate } from './write.ts'

const brooklyn = placeOf({ latitude: 40.7195, longitude: -73.9613 }).city
const oakland = placeOf({ latitude: 37.8, longitude: -122.27 }).city
const nameOf = (cell: string) => (cell === brooklyn ? 'Brooklyn' : 'Oakland')
const nobody: GateFacts = { wallets: 1, held: 0n, earned: 0n, pass: null, cities: [] }
const pass = (tier: number) => ({ tier, expiresAt: new Date('2027-01-01T00:00:00Z') })
const answer = (text: string, facts: Partial<GateFacts>) =>
  evaluateGroupGate(parseGate(text), { facts: { ...nobody, ...facts }, nameOf })
const isOpen = (text: string, facts: Partial<GateFacts>) => answer(text, facts).open

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant('held' as const), wei: fc.integer({ min: 1, max: 4 }).map(karma) }),
  fc.record({ kind: fc.constant('earned' as const), wei: fc.integer({ min: 1, max: 4 }).map(karma) }),
  fc.record({ kind: fc.constant('pass' as const), tier: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('city' as const), cell: fc.constantFrom(brooklyn, oakland) }),
)
const { gate: anyGate } = fc.letrec<{ gate: Gate }>((tie) => ({
  gate: fc.oneof(
    { maxDepth: 3 },
    condition,
    fc.record({
      kind: fc.constantFrom('and', 'or'),
      parts: fc.array(tie('gate'), { minLength: 2, maxLength: 2 }),
    }),
    fc.record({ kind: fc.constant('not' as const), part: tie('gate') }),
  ),
}))
const anyFacts: fc.Arbitrary<GateFacts> = fc.record({
  wallets: fc.nat(1),
  held: fc.nat(4).map(karma),
  earned: fc.nat(4).map(karma),
  pass: fc.option(fc.integer({ min: 1, max: 3 }).map(pass)),
  cities: fc.subarray([brooklyn, oakland]),
})

/** The answer by the words and, or, not alone. */
function oracle(gate: Gate, facts: GateFacts): boolean {
  if (gate.kind === 'not') return !oracle(gate.part, facts)
  if (gate.kind === 'and') return gate.parts.every((part) => oracle(part, facts))
  if (gate.kind === 'or') return gate.parts.some((part) => oracle(part, facts))
  if (gate.kind === 'city') return facts.cities.includes(gate.cell)
  if (gate.kind === 'pass') return (facts.pass?.tier ?? 0) >= gate.tier
  return (gate.kind === 'held' ? facts.held : facts.earned) >= gate.wei
}

describe('a gate', () => {
  test('is open exactly where its and, or and not say so, and says what to do exactly where it is not', () => {
    fc.assert(
      fc.property(anyGate, anyFacts, (gate, facts) => {
        const { open, reason } = evaluateGroupGate(gate, { facts, nameOf })
        expect(open).toBe(oracle(gate, facts))
        expect(reason.includes('To be in, ')).toBe(!open)
      }),
      { numRuns: 500 },
    )
  })

  test('is read back from what is kept of it, and is kept in one way', () => {
    fc.assert(
      fc.property(anyGate, anyFacts, (gate, facts) => {
        const text = writeGate(gate)
        const again = parseGate(text)
        expect(writeGate(again)).toBe(text)
        expect(oracle(again, facts)).toBe(oracle(gate, facts))
      }),
    )
  })

  test('is asked again when the pass that counts ends, and not because of another pass', () => {
    expect(answer('pass 1', { pass: pass(2) }).changesAt).toEqual(pass(2).expiresAt)
    expect(answer('held 1', { pass: pass(2), held: karma(1) }).changesAt).toBeNull()
  })
})

describe('a text', () => {
  test('says a gate, with or without signs, in any letters, and binding tighter than or', () => {
    expect(writeGate(parseGate(`HELD 100 and (pass>=2 or Earned >= 12.5) AND not city ${brooklyn}`))).toBe(
      `held >= 100 and (pass >= 2 or earned >= 12.5) and not city ${brooklyn}`,
    )
    expect(isOpen('pass 1 or held 1 and earned 1', { pass: pass(1) })).toBe(true)
    expect(isOpen('(pass 1 or held 1) and earned 1', { pass: pass(1) })).toBe(false)
    expect(isOpen('not held 1 and not earned 1', {})).toBe(true)
    expect(isOpen('not (held 1 and earned 1)', { held: karma(1) })).toBe(true)
  })

  test.each([
    ['', 'nothing more'],
    ['held', 'nothing more'],
    ['held ten', '"ten"'],
    ['held 0', 'asks for nothing'],
    ['held -1', '"-1"'],
    ['held 1.0000000000000000001', 'amount'],
    ['held 1 held 2', 'ends before "held"'],
    ['held 1)', 'ends before ")"'],
    ['(held 1', 'not closed'],
    ['held 1 and', 'nothing more'],
    ['pass 0', 'tier from 1'],
    ['pass 256', 'tier from 1'],
    ['karma 5', '"karma"'],
    ['held = 5', '"="'],
    ['held > 5', '">"'],
    [`city ${placeOf({ latitude: 0, longitude: 0 }).area}`, 'resolution 7'],
    ['city 852a1073ffffff0', 'not an H3 cell'],
    ["held 1' or 1=1 --", 'amount'],
  ])('that is no gate is refused with what is wrong: %s', (text, why) => {
    expect(() => parseGate(text)).toThrow(why)
  })

  test('that is too much for anybody to keep in mind is refused, however it is piled up', () => {
    const list = (count: number) => Array.from({ length: count }, () => 'held 1').join(' and ')
    expect(() => parseGate(list(MOST_CONDITIONS))).not.toThrow()
    expect(() => parseGate(list(MOST_CONDITIONS + 1))).toThrow('conditions at most')
    const deep = (depth: number) => `${'('.repeat(depth)}held 1${')'.repeat(depth)}`
    expect(() => parseGate(deep(MOST_DEPTH))).not.toThrow()
    expect(() => parseGate(deep(MOST_DEPTH + 1))).toThrow('brackets deep')
    expect(() => parseGate(`${'not '.repeat(100)}held 1`)).toThrow('brackets deep')
    expect(() => parseGate('('.repeat(400))).toThrow('brackets deep')
    expect(() => parseGate('x'.repeat(501))).toThrow('characters at most')
  })
})

describe('whoever is refused is told what would make it a yes', () => {
  test.each<[string, Partial<GateFacts>, string]>([
    ['held 100', { held: karma(60) }, 'hold 40 karma more (you hold 60 of 100)'],
    ['held 100', { wallets: 0 }, 'link a wallet and hold 100 karma in it'],
    ['earned 50', { earned: karma(20), held: karma(900) }, 'earn 30 karma more (you earned 20 of 50)'],
    ['pass 2', {}, 'get a pass of tier 2 or higher (you have none)'],
    ['pass 2', { pass: pass(1) }, 'get a pass of tier 2 or higher (yours is of tier 1)'],
    [
      `city ${brooklyn}`,
      { cities: [oakland] },
      'be around Brooklyn (you were not seen there in the last 30 days)',
    ],
    ['not held 5', { held: karma(6) }, 'hold less than 5 karma (you hold 6)'],
    ['not earned 5', { earned: karma(6) }, 'have earned less than 5 karma (you earned 6, which stays)'],
    ['not pass 1', { pass: pass(3) }, 'have no pass of tier 1 or higher (yours is of tier 3)'],
    [`not city ${oakland}`, { cities: [oakland] }, 'not have been around Oakland for 30 days'],
    [
      'held 1 and pass 1 and earned 1',
      { earned: karma(1) },
      'hold 1 karma more (you hold 0 of 1) and get a pass of tier 1 or higher (you have none)',
    ],
    [
      'held 1 or pass 1',
      {},
      'either hold 1 karma more (you hold 0 of 1), or get a pass of tier 1 or higher (you have none)',
    ],
    ['not (held 1 or pass 1)', { pass: pass(1) }, 'have no pass of tier 1 or higher (yours is of tier 1)'],
  ])('%s', (text, facts, what) => {
    expect(answer(text, facts)).toMatchObject({
      open: false,
      reason: expect.stringContaining(`To be in, ${what}.`),
    })
  })

  test('in the words of the gate, with brackets where it has them', () => {
    const gate = parseGate(`held 100 and (pass 1 or earned 50) and not city ${oakland}`)
    expect(gateWords(gate, nameOf)).toBe(
      '100 karma held and (a pass of tier 1 or higher or 50 karma earned) and not being around Oakland',
    )
  })
})
