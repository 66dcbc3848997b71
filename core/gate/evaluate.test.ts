import { describe, expect, test } from 'vitest'
import { karma } from '../karma/amount.ts'
import { evaluateGate, type GateFacts } from './evaluate.ts'

const now = new Date('2026-05-02T12:00:00Z')
const snapshotAt = new Date('2026-05-01T14:00:00Z')
const base: GateFacts = {
  minKarma: karma(10),
  snapshotAt: null,
  passTier: null,
  opensAt: new Date('2026-05-01T00:00:00Z'),
  wallets: 1,
  held: karma(4),
  balance: karma(4),
  pass: null,
  now,
}
/** A pass that ends a day from now. */
const tier = (number: number) => ({ tier: number, expiresAt: new Date('2026-05-03T12:00:00Z') })
const answer = (facts: Partial<GateFacts>) => evaluateGate({ ...base, ...facts })

test('too little karma: how much is missing and how to earn it', () => {
  expect(answer({})).toEqual({
    open: false,
    reason: 'You hold 4 karma; this drop asks for 10. Report or confirm restocks to earn 6 more.',
    required: karma(10).toString(),
    held: karma(4).toString(),
    changes_at: null,
  })
})

test('exactly enough opens; one wei less does not', () => {
  expect(answer({ held: karma(10), balance: karma(10) }).open).toBe(true)
  expect(answer({ held: karma(10) - 1n, balance: karma(10) - 1n })).toMatchObject({
    open: false,
    reason: expect.stringContaining('9.999999999999999999 karma'),
  })
})

test('no wallet: link one', () => {
  expect(answer({ wallets: 0, held: 0n, balance: 0n }).reason).toMatch(
    /^This drop asks for 10 karma .* Link one/,
  )
})

describe('a snapshot', () => {
  test('enough now but not since the snapshot is refused, with both numbers', () => {
    const refused = answer({ snapshotAt, held: karma(2), balance: karma(50) })
    expect(refused.open).toBe(false)
    expect(refused.reason).toContain('You hold 50 karma now')
    expect(refused.reason).toContain('10 held since May 1, 2026, 14:00 UTC')
    expect(refused.reason).toContain('is 2.')
  })

  test('held throughout opens, whatever is held now', () => {
    expect(answer({ snapshotAt, held: karma(10), balance: karma(12) }).open).toBe(true)
  })

  test('too little in any case: no promise that earning now would help this time', () => {
    expect(answer({ snapshotAt }).reason).toMatch(/earn 6 more and be in for the next drop/)
  })

  test('still ahead: earning now helps', () => {
    expect(answer({ snapshotAt: new Date('2026-05-03T00:00:00Z') }).reason).toMatch(/earn 6 more\.$/)
  })
})

describe('a pass', () => {
  test('of the tier or higher opens without karma', () => {
    expect(answer({ passTier: 2, pass: tier(2), held: 0n, balance: 0n }).open).toBe(true)
    expect(answer({ passTier: 2, pass: tier(3), wallets: 0 }).reason).toBe('Your tier 3 pass lets you in.')
  })

  test('of a lower tier does not, and the refusal names both ways in', () => {
    expect(answer({ passTier: 2, pass: tier(1) })).toMatchObject({
      open: false,
      reason: expect.stringMatching(/6 more\. An active pass of tier 2 or higher opens it too\.$/),
    })
  })

  test('alone, where the drop asks for no karma, is not opened by karma', () => {
    expect(answer({ minKarma: 0n, passTier: 1, held: karma(99) }).reason).toMatch(/asks for an active pass/)
  })
})

test('not open yet: when, for those who will be let in; the rest hear what they lack', () => {
  const opensAt = new Date('2026-05-03T09:30:00Z')
  expect(answer({ opensAt, held: karma(10) })).toMatchObject({
    open: false,
    reason: expect.stringContaining('opens on May 3, 2026, 09:30 UTC'),
  })
  expect(answer({ opensAt }).reason).toContain('earn 6 more')
  expect(answer({ opensAt: now, held: karma(10) }).open).toBe(true)
})

test('not open yet, snapshot still ahead: what to hold from when', () => {
  const opensAt = new Date('2026-05-03T09:30:00Z')
  const ahead = new Date('2026-05-03T00:00:00Z')
  const told = answer({ opensAt, snapshotAt: ahead, held: karma(10), balance: karma(10) })
  expect(told).toMatchObject({
    open: false,
    reason: expect.stringContaining('hold it from May 3, 2026, 00:00 UTC on'),
  })
})

describe('time alone changes the answer', () => {
  const opensAt = new Date('2026-05-03T09:30:00Z')

  test('when the drop opens, whoever asks; and never again after that', () => {
    expect(answer({ opensAt }).changes_at).toBe(opensAt.toISOString())
    expect(answer({ opensAt: now, held: karma(10) }).changes_at).toBeNull()
  })

  test('when the pass that opens it ends, and not when a pass ends that does not', () => {
    const { expiresAt } = tier(1)
    expect(answer({ passTier: 1, pass: tier(1) }).changes_at).toBe(expiresAt.toISOString())
    expect(answer({ passTier: 2, pass: tier(1) }).changes_at).toBeNull()
    expect(answer({ pass: tier(1) }).changes_at).toBeNull()
  })

  test('whichever comes first', () => {
    expect(answer({ passTier: 1, pass: tier(1), opensAt }).changes_at).toBe(opensAt.toISOString())
    const late = new Date('2026-05-04T00:00:00Z')
    expect(answer({ passTier: 1, pass: tier(1), opensAt: late }).changes_at).toBe(
      tier(1).expiresAt.toISOString(),
    )
  })
})

test('no karma asked: everyone, without a wallet too', () => {
  expect(answer({ minKarma: 0n, wallets: 0, held: 0n })).toMatchObject({
    open: true,
    reason: 'This drop is open to every member.',
  })
})

test('no sentence shows wei', () => {
  for (const facts of [{}, { wallets: 0 }, { snapshotAt }, { passTier: 1 }, { held: karma(10) }])
    expect(answer(facts).reason).not.toMatch(/\d{15}/)
})
