import { keccak256, toHex } from 'viem'
import { expect, test } from 'vitest'
import { Bloom } from './bloom.ts'

type Hex = `0x${string}`
const address = (n: number): Hex => toHex(n, { size: 20 })
const topic = (n: number): Hex => toHex(n, { size: 32 })
const EMPTY: Hex = `0x${'0'.repeat(512)}`

/** The oracle: the Yellow Paper's words over one big number. */
function slowBloom(values: Hex[]): Hex {
  let bloom = 0n
  for (const value of values) {
    const hash = BigInt(keccak256(value))
    for (const shift of [240n, 224n, 208n]) bloom |= 1n << ((hash >> shift) & 2047n)
  }
  return toHex(bloom, { size: 256 })
}

test('a bloom of logs equals the one written by the Yellow Paper, and holds all that is in it', () => {
  for (let count = 0; count < 30; count++) {
    const logs = Array.from({ length: count }, (_, at) => ({
      address: address(at % 3),
      topics: Array.from({ length: at % 5 }, (__, place) => topic(at * 10 + place)),
    }))
    const values = logs.flatMap((log) => [log.address, ...log.topics])
    const [told, made] = [Bloom.of(slowBloom(values)), Bloom.ofLogs(logs)]
    expect([made.isWithin(told), told.isWithin(made), told.isEmpty]).toEqual([true, true, count === 0])
    expect(values.every((value) => told.mayHold(value))).toBe(true)
  }
})

test('what is not in a small bloom is seen to be missing', () => {
  const bloom = Bloom.ofLogs([{ address: address(1), topics: [topic(2)] }])
  expect([bloom.mayHold(address(1)), bloom.mayHold(topic(2)), bloom.mayHold(topic(3))]).toEqual([
    true,
    true,
    false,
  ])
  expect(Bloom.ofLogs([{ address: address(1), topics: [] }]).isWithin(bloom)).toBe(true)
  expect(bloom.isWithin(Bloom.ofLogs([{ address: address(1), topics: [] }]))).toBe(false)
  expect(Bloom.of(EMPTY).isWithin(bloom)).toBe(true)
})
