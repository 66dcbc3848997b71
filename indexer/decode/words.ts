import type { Log } from '../../adapters/chain/logs.ts'
import { malformed } from '../malformed.ts'

type Hex = `0x${string}`

/** Hex digits of a word of 32 bytes. */
export const WORD = 64
/** The last second of the year 9999: contracts may say "for ever", timestamps cannot. */
const LAST_SECOND = 253_402_300_799n
export const MAX_UINT8 = 2n ** 8n - 1n
export const MAX_UINT16 = 2n ** 16n - 1n
export const MAX_UINT32 = 2n ** 32n - 1n
export const MAX_UINT64 = 2n ** 64n - 1n
export const MAX_UINT96 = 2n ** 96n - 1n
export const MAX_INTEGER = 2n ** 31n - 1n
export const MAX_BIGINT = 2n ** 63n - 1n

/** Refuses a log that has not so many topics, and data of so many words. */
export function requireForm(log: Log, topics: number, words: number): void {
  if (log.topics.length !== topics) throw malformed(log, `${log.topics.length} topics, not ${topics}`)
  if (log.data.length !== 2 + words * WORD) throw malformed(log, `its data is not ${words} words`)
}

/** A topic; 0 is the event's. */
export function topicAt(log: Log, index: number): Hex {
  const value = log.topics[index]
  if (value === undefined) throw malformed(log, `it has no topic ${index}`)
  return value
}

/** A word of the data. */
export function wordAt(log: Log, index: number): Hex {
  return `0x${log.data.slice(2 + index * WORD, 2 + (index + 1) * WORD)}`
}

/** A word as an address: its low 20 bytes, when the rest is zero. */
export function toAddress(log: Log, word: Hex): Hex {
  if (!word.startsWith('0x000000000000000000000000')) throw malformed(log, `${word} is no address`)
  return `0x${word.slice(26)}`
}

/** A word as a number up to `limit`. */
export function toUint(log: Log, word: Hex, limit: bigint): bigint {
  const value = BigInt(word)
  if (value > limit) throw malformed(log, `${value} is more than ${limit}`)
  return value
}

/** A word as the 4 bytes of a function's selector, which it begins with. */
export function toSelector(log: Log, word: Hex): Hex {
  if (!/^0{56}$/.test(word.slice(10))) throw malformed(log, `${word} is no selector`)
  return `0x${word.slice(2, 10)}`
}

/** A word as seconds since the Unix epoch, the year 9999 at most. */
export function toTime(word: Hex): number {
  const value = BigInt(word)
  return Number(value < LAST_SECOND ? value : LAST_SECOND)
}

/** A word as a truth. */
export function toBool(log: Log, word: Hex): boolean {
  return toUint(log, word, 1n) === 1n
}

/** An indexed address. */
export function addressAt(log: Log, topic: number): Hex {
  return toAddress(log, topicAt(log, topic))
}
