import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

type Hex = `0x${string}`

/** Keccak-256 of bytes: a 0x hex string of 32 bytes. viem's, the oracle of the test, takes 160 ms to load. */
export function keccak256(bytes: Hex): Hex {
  return `0x${bytesToHex(keccak_256(hexToBytes(bytes.slice(2))))}`
}

/** Keccak-256 of a text in UTF-8. */
export function textHash(text: string): Hex {
  return `0x${bytesToHex(keccak_256(utf8ToBytes(text)))}`
}

/** The topic of an event, of which the first 4 bytes would be a function's selector: `Transfer(address,address,uint256)`. */
export function signatureHash(signature: string): Hex {
  return textHash(signature)
}
