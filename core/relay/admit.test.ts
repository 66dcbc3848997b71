import { toFunctionSelector } from 'viem'
import { expect, test } from 'vitest'
import { admitRequest, LONGEST_LIFE, SHORTEST_LIFE } from './admit.ts'
import type { RelayRequest } from './request.ts'
import { relayedFunctions } from './whitelist.ts'

const address = (byte: string) => `0x${byte.repeat(20)}` as const
const contracts = {
  ...{ chain_id: 1, forwarder: address('f0'), karma: address('a0'), access_pass: address('b0') },
  ...{ raffle: address('c0'), trade_escrow: address('d0'), governor: address('e0') },
  feature_flags: address('e1'),
}
const now = 1_000_000
const enter = 'enter(uint256)'
const gas = relayedFunctions.find(({ signature }) => signature === enter)?.gas ?? 0n

function admits(changed: Partial<RelayRequest>): string {
  const request: RelayRequest = {
    ...{ chain_id: 1, from: address('11'), to: contracts.raffle, value: 0n, gas, nonce: 0n },
    ...{ deadline: now + 600, data: toFunctionSelector(enter), signature: '0x' },
    ...changed,
  }
  try {
    admitRequest(contracts, request, now)
    return 'yes'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('a request is good for half a minute at least and an hour at most', () => {
  const [first, last] = [now + SHORTEST_LIFE, now + LONGEST_LIFE]
  expect([first - 1, first, last, last + 1].map((deadline) => admits({ deadline }))).toEqual([
    ...['relay.deadline', 'yes', 'yes', 'relay.deadline'],
  ])
  expect([SHORTEST_LIFE, LONGEST_LIFE]).toEqual([30, 3_600])
})

test('a request gets the gas of its function and no wei', () => {
  expect([gas, gas + 1n].map((asked) => admits({ gas: asked }))).toEqual(['yes', 'relay.gas'])
  expect(admits({ value: 1n })).toBe('relay.value')
})

test('a request is for this chain and a call of the list', () => {
  expect(admits({ chain_id: 2 })).toBe('relay.chain')
  expect(admits({ to: contracts.karma })).toBe('relay.not-allowed')
  expect(admits({ to: contracts.forwarder })).toBe('relay.not-allowed')
})
