import type { Log } from '../adapters/chain/logs.ts'
import { malformed } from './malformed.ts'

/**
 * The mints that an AwardBatch has announced and that are still to come. Karma mints in no other way: AwardBatch first,
 * then in the same transaction one Transfer from 0 per award, in the order of their ids, with no other Transfer between.
 */
export class Announced {
  #by: Log | undefined
  #next = 0n
  #end = 0n

  /** An AwardBatch says that awards `firstId` to `firstId + count - 1` follow. */
  open(by: Log, firstId: bigint, count: number): void {
    this.close()
    this.#by = by
    this.#next = firstId
    this.#end = firstId + BigInt(count)
  }

  /** A mint. @returns the id of its award */
  take(log: Log): bigint {
    if (this.#next === this.#end) throw malformed(log, 'it mints what no batch of its transaction announced')
    return this.#next++
  }

  /** A transfer that mints nothing. */
  refuse(log: Log): void {
    if (this.#next !== this.#end) throw malformed(log, 'it stands between a batch and its awards')
  }

  /** Any log: the first of another transaction ends what the last one announced. */
  pass({ blockNumber, transactionHash }: Log): void {
    if (this.#by?.blockNumber !== blockNumber || this.#by.transactionHash !== transactionHash) this.close()
  }

  /** The end of a batch. */
  close(): void {
    if (this.#by && this.#next !== this.#end)
      throw malformed(this.#by, `${this.#end - this.#next} awards of its batch are missing`)
  }
}
