import { setTimeout as sleep } from 'node:timers/promises'
import { openRpc, type Rpc } from '../adapters/chain/rpc.ts'
import { Retryable } from '../core/errors.ts'
import type { Logger } from '../core/log.ts'
import { writeHeartbeat } from '../db/chain/heartbeat.ts'
import type { Mirror } from '../db/chain/position.ts'
import type { Sql } from '../db/client.ts'
import { asRetryable } from '../db/failure.ts'
import { createBackfill } from './fetch.ts'
import { openMirror, type Target } from './identity.ts'
import { step } from './step.ts'

export type IndexerOptions = {
  /** Of the role that owns schema chain. */
  sql: Sql
  rpcUrl: string
  target: Target
  logger: Logger
  /** Between two looks at a head that did not move. */
  pollMs?: number
}
export type Indexer = {
  /** Resolves after the first successful poll. Rejects, as `done` does, when that can never be. */
  ready: Promise<void>
  /** Resolves after `stop`; rejects with the Final that ended it. */
  done: Promise<void>
  /** Finishes the transaction under way, and no more. */
  stop: () => Promise<void>
}

const LONGEST_PAUSE_MS = 5_000

/** 100 ms doubling to 5 s, so that an RPC restart is noticed soon and an outage is not hammered. */
function backoff(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, 100 * 2 ** (failures - 1))
}

type Loop = IndexerOptions & { rpc: Rpc; signal: AbortSignal; onPoll: () => void }

/** Polls until stopped. What may pass is retried; everything else ends it. */
async function run({ sql, rpc, target, logger, pollMs = 200, signal, onPoll }: Loop): Promise<void> {
  const contracts = target.contracts
  const context = { sql, rpc, contracts, logger, backfill: createBackfill({ rpc, contracts }) }
  // Read again after each failure: a transaction whose answer was lost may have committed.
  let mirror: Mirror | undefined
  let failures = 0
  while (!signal.aborted) {
    let pause = pollMs
    try {
      await writeHeartbeat(sql)
      mirror ??= await openMirror(sql, rpc, target)
      const next: Mirror = await step(context, mirror)
      if (next !== mirror) pause = 0
      mirror = next
      if (failures > 0) logger.info({ failures }, 'the chain and the database answer again')
      failures = 0
      onPoll()
    } catch (thrown) {
      if (signal.aborted) return
      const error = asRetryable(thrown)
      if (!(error instanceof Retryable)) throw error
      mirror = undefined
      failures++
      pause = backoff(failures)
      logger.warn({ code: error.code, failures, retry_ms: pause }, error.message)
    }
    await sleep(pause, undefined, { signal }).catch(() => undefined)
  }
}

/** Mirrors a chain into schema `chain` until stopped. */
export function startIndexer(options: IndexerOptions): Indexer {
  const stopping = new AbortController()
  const rpc = openRpc(options.rpcUrl, { signal: stopping.signal })
  const first = Promise.withResolvers<void>()
  const done = run({ ...options, rpc, signal: stopping.signal, onPoll: first.resolve })
  done.then(first.resolve, first.reject)
  // Whoever awaits neither promise must not crash the process by it.
  first.promise.catch(() => undefined)
  const stop = async () => {
    stopping.abort()
    await done.catch(() => undefined)
  }
  return { ready: first.promise, done, stop }
}
