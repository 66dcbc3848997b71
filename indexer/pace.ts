import type { Log } from '../adapters/chain/logs.ts'

const LOGS_PER_ANSWER = 8_000
const BYTES_PER_ANSWER = 5_000_000
/** Of a log in JSON without topics and data. */
const BYTES_PER_LOG = 340
const BYTES_PER_TOPIC = 69
const LARGEST_SPAN = 100_000
/** Small, since nothing is known yet: a dense chain's answer to more would be cut off at 10 MiB. */
const FIRST_SPAN = 32
const FASTEST_GROWTH = 4
/** One JSON-RPC request of 100 calls holds their headers, their logs and the finalized one. */
const MOST_TAIL_BLOCKS = 50

/** Logs of one answer, against what a good answer holds: 1 is full. */
export function fullnessOf(logs: Log[]): number {
  let bytes = 0
  for (const { topics, data } of logs) bytes += BYTES_PER_LOG + BYTES_PER_TOPIC * topics.length + data.length
  return Math.max(logs.length / LOGS_PER_ANSWER, bytes / BYTES_PER_ANSWER)
}

/** How many blocks make one good question. Outlives a connection, so that what a node refused is not asked again. */
export class Pace {
  span = FIRST_SPAN
  /** What was refused is tried again only little by little. */
  #ceiling = LARGEST_SPAN
  /** False before the first good answer: until then, one question at a time. */
  isKnown = false

  /** Blocks of the tail in one question. */
  tail = MOST_TAIL_BLOCKS

  tailAnswered(): void {
    this.tail = Math.min(MOST_TAIL_BLOCKS, this.tail * 2)
  }

  tailRefused(blocks: number): void {
    this.tail = Math.max(1, Math.floor(blocks / 2))
  }

  /** A question about so many blocks was answered, as full as that. */
  answered(blocks: number, fullness: number): void {
    this.isKnown = true
    const fit = Math.floor(Math.min(blocks / fullness, blocks * FASTEST_GROWTH))
    this.#ceiling = Math.min(LARGEST_SPAN, Math.ceil(this.#ceiling * 1.1))
    this.span = Math.max(1, Math.min(fit, this.#ceiling))
  }

  /**
   * A question about so many blocks was refused, cut off or not answered at all: each node says its limit in its own words.
   * It may be one that was asked before others taught us better.
   */
  refused(blocks: number): void {
    const half = Math.max(1, Math.floor(blocks / 2))
    this.#ceiling = Math.min(this.#ceiling, half)
    this.span = Math.min(this.span, half)
  }
}
