import { type Hex, toHex } from 'viem'
import { Bloom } from '../../adapters/chain/bloom.ts'

/** A header's bloom in full: what Bloom.ofLogs has, bit by bit. */
export function bloomHex(logs: Parameters<typeof Bloom.ofLogs>[0]): Hex {
  const bloom = Bloom.ofLogs(logs)
  let bits = 0n
  for (let bit = 0; bit < 2048; bit++) {
    const one = Bloom.of(toHex(1n << BigInt(bit), { size: 256 }))
    if (one.isWithin(bloom)) bits |= 1n << BigInt(bit)
  }
  return toHex(bits, { size: 256 })
}
