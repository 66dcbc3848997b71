import { readHeaders } from '../adapters/chain/headers.ts'
import { pruned, type Rpc } from '../adapters/chain/rpc.ts'
import { Final, type Retryable } from '../core/errors.ts'

/** In a row, over 11 s: a URL behind which one node keeps everything has answered by then. */
const TRIES = 8
/** A node so far ahead of a block that it lacks is not one that is about to get it. */
const FAR = 64

/**
 * Asks a node that has failed us whether it has the block at all; some forget in silence. In one request, for two nodes
 * behind one URL may stand at different heights.
 * @throws Retryable `chain.pruned`; `chain.unreachable`, `chain.bad-answer`
 */
export async function requireBlock(rpc: Rpc, number: number): Promise<void> {
  const [head, block] = await readHeaders(rpc, ['latest', number])
  if (!block && head && head.number > number + FAR)
    throw pruned(rpc.origin, `no block ${number}, though its newest is ${head.number}`)
}

/** How often in a row a node said that it has forgotten what is to be mirrored. */
export class Forgetting {
  #times = 0

  /** Something else happened. */
  clear(): void {
    this.#times = 0
  }

  /** @throws Final `chain.pruned` when nothing else was heard for long */
  count(error: Retryable): void {
    this.#times = error.code === 'chain.pruned' ? this.#times + 1 : 0
    if (this.#times < TRIES) return
    const { code, message, fix = '' } = error
    throw new Final({ code, message, fix, cause: error })
  }
}
