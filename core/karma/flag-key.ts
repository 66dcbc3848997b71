import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { textHash } from '../keccak.ts'

const KEY_BYTES = 32

/**
 * The key of a flag in FeatureFlags: its name in ASCII, padded with zeros, so that an explorer shows it; of a name above
 * 32 characters Keccak-256 of it. The two cannot meet: a hash whose last byte is zero and that reads as a name of ours
 * would be a found preimage.
 */
export function flagKey(name: string): `0x${string}` {
  const bytes = utf8ToBytes(name)
  if (bytes.length > KEY_BYTES) return textHash(name)
  return `0x${bytesToHex(bytes).padEnd(2 * KEY_BYTES, '0')}`
}
