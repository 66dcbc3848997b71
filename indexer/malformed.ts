import type { Log } from '../adapters/chain/logs.ts'
import { Retryable } from '../core/errors.ts'

/** The error for a log that our contracts cannot have written, there and so. */
export function malformed(log: Log, reason: string): Retryable {
  return new Retryable({
    code: 'chain.bad-answer',
    message: `Log ${log.logIndex} of block ${log.blockNumber} is no event of ours: ${reason}.`,
    fix: 'Check that DEPLOYMENT names the contracts of this chain and that the node at RPC_URL is sound.',
  })
}
