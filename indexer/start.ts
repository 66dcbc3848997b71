import { setTimeout as sleep } from 'node:timers/promises'
import { openRpc, type Rpc } from '../adapters/chain/rpc.ts'
import { Retryable } from '../core/errors.ts'
import type { Logger } from '../core/log.ts'
import { writeHeartbeat } from '../db/chain/heartbeat.ts'
import { connect, type Sql } from '../db/client.ts'
import { asRetryable } from '../db/failure.ts'
import { createBackfill } from './fetch.ts'
import { openMirror, type Target } from './identity.ts'
import { step } from './step.ts'

export type IndexerOptions = {
  /** Of the role that owns schema chain. */
  databaseUrl: string
  rpcUrl: string
  target: Target
  logger: Logger
  /** Between two looks at a head that did not move. */
  pollMs?: number
  /** After a first failure; each further one doubles it, up to 50 times as long. */
  retryMs?: number
}
export type Indexer = {
  /** Resolves after the first successful poll. Rejects, as `done` does, when that can never be. */
  ready: Promise<void>
  /** Resolves after `stop`; rejects with the Final that ended it. */
  done: Promise<void>
  /** Finishes the transaction under way, and no more. */
  stop: () => Promise<void>
}

const LONGEST_PAUSE = 50

/** 100 ms doubling to 5 s, so that an RPC restart is noticed soon and an outage is not hammered. */
function backoff(failures: number, first = 100): number {
  return first * Math.min(LONGEST_PAUSE, 2 ** (failures - 1))
}

type Loop = IndexerOptions & { signal: AbortSignal; onPoll: () => void }

/** One life: polls from where the database stands until stopped or until something fails. */
async function live(
  sql: Sql,
  rpc: Rpc,
  { target, logger, pollMs = 200, signal, onPoll }: Loop,
): Promise<void> {
  const contracts = target.contracts
  const context = { sql, rpc, contracts, logger, backfill: createBackfill({ rpc, contracts }) }
  await writeHeartbeat(sql)
  let mirror = await openMirror(sql, rpc, target)
  while (!signal.aborted) {
    const next = await step(context, mirror)
    onPoll()
    if (next === mirror) await sleep(pollMs, undefined, { signal }).catch(() => undefined)
    mirror = next
    await writeHeartbeat(sql)
  }
}

/**
 * Lives again after what may pass; everything else ends it. Each life reads anew where the database stands, for a
 * transaction whose answer was lost may have committed, over new connections, for postgres.js 3.4.9 can hang on those
 * it lost (porsager/postgres issue 1208).
 */
async function run(loop: Loop): Promise<void> {
  const { logger, signal } = loop
  const rpc = openRpc(loop.rpcUrl, { signal })
  let failures = 0
  const onPoll = () => {
    if (failures > 0) logger.info({ failures }, 'the chain and the database answer again')
    failures = 0
    loop.onPoll()
  }
  while (!signal.aborted) {
    const sql = connect(loop.databaseUrl, { name: 'indexer', max: 1 })
    try {
      await live(sql, rpc, { ...loop, onPoll })
    } catch (thrown) {
      if (signal.aborted) return
      const error = asRetryable(thrown)
      if (!(error instanceof Retryable)) throw error
      failures++
      const pause = backoff(failures, loop.retryMs)
      logger.warn({ code: error.code, failures, retry_ms: pause }, error.message)
    } finally {
      await sql.end({ timeout: 1 })
    }
    await sleep(failures > 0 ? backoff(failures, loop.retryMs) : 0, undefined, { signal }).catch(
      () => undefined,
    )
  }
}

/** Mirrors a chain into schema `chain` until stopped. */
export function startIndexer(options: IndexerOptions): Indexer {
  const stopping = new AbortController()
  const first = Promise.withResolvers<void>()
  const done = run({ ...options, signal: stopping.signal, onPoll: first.resolve })
  done.then(first.resolve, first.reject)
  // Whoever awaits neither promise must not crash the process by it.
  first.promise.catch(() => undefined)
  const stop = async () => {
    stopping.abort()
    await done.catch(() => undefined)
  }
  return { ready: first.promise, done, stop }
}
