import { expect, test } from 'vitest'
import { batchGas, batchLength } from './batch.ts'
import type { RelayRequest } from './request.ts'

const request = (gas: bigint, bytes = 100): RelayRequest => ({
  ...{ chain_id: 1, from: '0x', to: '0x', value: 0n, gas, nonce: 0n, deadline: 0 },
  ...{ data: `0x${'00'.repeat(bytes)}`, signature: '0x' },
})

test('a request gets 64/63 of its gas and room for the forwarder and its bytes', () => {
  const added = (gas: bigint, bytes: number) => batchGas([request(gas, bytes)]) - batchGas([])
  expect(added(63_000n, 100) - added(0n, 100)).toBe(64_000n)
  expect(added(0n, 356) - added(0n, 100)).toBe(256n * 16n)
  expect(added(0n, 0)).toBeGreaterThan(50_000n + (32n + 352n) * 16n)
})

test('a transaction takes what fits below 2^24 gas, and 50 at most', () => {
  expect(batchLength([])).toBe(0)
  expect(batchLength(Array.from({ length: 60 }, () => request(150_000n)))).toBe(50)
  const dear = Array.from({ length: 60 }, () => request(500_000n))
  const fit = batchLength(dear)
  expect(batchGas(dear.slice(0, fit))).toBeLessThanOrEqual(2n ** 24n)
  expect(batchGas(dear.slice(0, fit + 1))).toBeGreaterThan(2n ** 24n)
})
