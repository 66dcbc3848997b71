import type { Log } from '../../adapters/chain/logs.ts'
import { malformed } from '../malformed.ts'
import { WORD } from './words.ts'

type Hex = `0x${string}`

/** Refuses a log whose data is not whole words, or fewer than `head`. */
export function requireHead(log: Log, topics: number, head: number): void {
  if (log.topics.length !== topics) throw malformed(log, `${log.topics.length} topics, not ${topics}`)
  const digits = log.data.length - 2
  if (digits % WORD !== 0 || digits < head * WORD)
    throw malformed(log, `its data is not ${head} words and more`)
}

/** `size` bytes from a byte of the data on. */
function slice(log: Log, from: number, size: number): Hex {
  const end = 2 + 2 * (from + size)
  if (end > log.data.length) throw malformed(log, `its data ends before byte ${from + size}`)
  return `0x${log.data.slice(2 + 2 * from, end)}`
}

/** A word that says where something is, or how much of it: no more than there is data. */
function measureAt(log: Log, from: number): number {
  const value = BigInt(slice(log, from, 32))
  if (value > BigInt(log.data.length)) throw malformed(log, `${value} is beyond its data`)
  return Number(value)
}

/** Where the value of a head's word starts; offsets count from `base`. */
function follow(log: Log, base: number, index: number): number {
  return base + measureAt(log, base + 32 * index)
}

function bytesFrom(log: Log, start: number): Hex {
  return slice(log, start + 32, measureAt(log, start))
}

/** The `bytes` or `string` that word `index` of the head points to. */
export function bytesAt(log: Log, index: number): Hex {
  return bytesFrom(log, follow(log, 0, index))
}

/** The words of the array that word `index` of the head points to. */
export function wordsAt(log: Log, index: number): Hex[] {
  const start = follow(log, 0, index)
  return Array.from({ length: measureAt(log, start) }, (_, at) => slice(log, start + 32 * (1 + at), 32))
}

/** The `bytes[]` that word `index` of the head points to. */
export function bytesListAt(log: Log, index: number): Hex[] {
  const start = follow(log, 0, index)
  const length = measureAt(log, start)
  return Array.from({ length }, (_, at) => bytesFrom(log, follow(log, start + 32, at)))
}

/** Bytes that anyone may have chosen, as text that Postgres takes: what is no text becomes U+FFFD. */
export function toText(bytes: Hex): string {
  return Buffer.from(bytes.slice(2), 'hex').toString('utf8').replaceAll('\0', '\u{fffd}')
}
