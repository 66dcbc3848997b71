import { expect, test } from 'vitest'
import { databaseForTest } from '../../test/support/database.ts'
import type { Hex } from '../bytes.ts'
import { advance } from './advance.ts'
import { changesOf } from './changes.ts'
import { type Facts, noFacts } from './facts.ts'
import { createMirror } from './position.ts'
import { rewind } from './rewind.ts'

const hash = (number: number): Hex => `0x${number.toString(16).padStart(64, '0')}`
const block = (number: number) => ({ number, hash: hash(number), parentHash: hash(number - 1), time: 1 })
const ann: Hex = `0x${'a1'.repeat(20)}`
const bob: Hex = `0x${'b2'.repeat(20)}`
const zero: Hex = `0x${'00'.repeat(20)}`
const at = (logIndex: number) => ({ blockNumber: 10, logIndex, txHash: hash(7), blockTime: 1 })

/** What a step with these facts tells, and what its rewind does. */
async function told(some: Partial<Facts>): Promise<unknown[]> {
  const { indexer, app } = await databaseForTest()
  const mirror = { chainId: 1, genesisHash: hash(0), contracts: [], fromBlock: 10 }
  await createMirror(indexer, mirror, block(9))
  const events: unknown[] = []
  const listener = await app.listen('chain', (payload) => void events.push(JSON.parse(payload)))
  const start = { number: 9, hash: hash(9) }
  const facts = { ...noFacts(), ...some }
  const next = await advance(indexer, {
    expected: start,
    changes: changesOf(facts),
    blocks: [block(10)],
    finalized: 0,
  })
  await rewind(indexer, next, start)
  await expect.poll(() => events).toHaveLength(2)
  await listener.unlisten()
  return events
}

test('a step and its rewind name each subject once, and nobody by the zero address', async () => {
  const flag = { key: hash(5), value: 1n }
  const vote = { id: 2n ** 255n, voter: ann, support: 1, weight: 1n, reason: '', params: null }
  const step = {
    id: hash(6),
    step: 'accepted',
    actor: null,
    ruleBy: null,
    slashed: null,
    burned: null,
  } as const
  const subjects = {
    ...{
      accounts: [ann],
      raffles: ['3'],
      proposals: [String(2n ** 255n)],
      flags: [hash(5)],
      trades: [hash(6)],
    },
    ...{ roles: [String(2n ** 64n - 1n)], targets: [bob], operations: [hash(8)] },
    all: false,
  }
  const events = await told({
    delegations: [{ ...at(0), delegator: ann, from: zero, to: ann }],
    entries: [
      { ...at(1), id: 3n, member: ann, ticket: 0 },
      { ...at(2), id: 3n, member: ann, ticket: 1 },
    ],
    votes: [{ ...at(3), ...vote }],
    flags: [{ ...at(4), ...flag }],
    tradeSteps: [{ ...at(5), ...step, fromState: null }],
    targetFunctions: [{ ...at(6), target: bob, selector: '0x00112233', role: 2n ** 64n - 1n }],
    timelockSalts: [{ ...at(7), id: hash(8), salt: hash(9) }],
  })
  expect(events).toEqual([
    { block_number: 10, ...subjects },
    { block_number: 9, ...subjects },
  ])
})

test.each([200, 2_000])('%i accounts are too many to name: everyone refreshes', async (count) => {
  const transfers = Array.from({ length: count }, (_, index) => {
    const to: Hex = `0x${(index + 1).toString(16).padStart(40, '0')}`
    return { ...at(index), from: zero, to, value: 1n }
  })
  const none = {
    ...{ accounts: [], raffles: [], proposals: [], flags: [], trades: [] },
    ...{ roles: [], targets: [], operations: [] },
  }
  expect(await told({ transfers })).toEqual([
    { block_number: 10, all: true, ...none },
    { block_number: 9, all: true, ...none },
  ])
})
