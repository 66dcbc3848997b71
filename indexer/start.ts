import { setTimeout as sleep } from 'node:timers/promises'
import { type Heads, watchHeads } from '../adapters/chain/heads.ts'
import { openRpc, type Rpc } from '../adapters/chain/rpc.ts'
import { Retryable } from '../core/errors.ts'
import type { Logger } from '../core/log.ts'
import { changesOf } from '../db/chain/changes.ts'
import { writeHeartbeat } from '../db/chain/heartbeat.ts'
import { connect, type Sql } from '../db/client.ts'
import { asRetryable } from '../db/failure.ts'
import { subjectOf, watchLedger } from './auditor.ts'
import { createBackfill } from './backfill.ts'
import { DecoderTable } from './decode/contracts.ts'
import { openMirror, type Target } from './identity.ts'
import { Pace } from './pace.ts'
import { Forgetting, requireBlock } from './pruned.ts'
import { type Commit, step } from './step.ts'

export type IndexerOptions = {
  /** Of the role that owns schema chain. */
  databaseUrl: string
  rpcUrl: string
  /** Where the node announces new blocks; a poll sees them without, only later. */
  wsUrl?: string
  target: Target
  logger: Logger
  /** Between two looks at a head that did not move; 200 ms by default, 1 s while new blocks are announced. */
  pollMs?: number
  /** Least time between two comparisons of the ledger with the chain; a minute by default. */
  auditMs?: number
  /** Hears of each commit. */
  onCommit?: (commit: Commit) => void
  /** Hears the number of the chain's newest block whenever the mirror stands there. */
  onHead?: (number: number) => void
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

/** What outlives one life. `failures`: since the last good poll. */
type Loop = IndexerOptions & {
  rpc: Rpc
  heads: Heads
  pace: Pace
  signal: AbortSignal
  failures: number
  onPoll: () => void
}

/**
 * A commit need not wait for the disk: what a crash of the server forgets is read from the chain again, and whoever
 * concluded something from it and committed that has put all that came before on the disk too. Half the time from a
 * mined block to its rows went into that wait.
 */
const SESSION = { name: 'indexer', max: 1, arrays: false, settings: { synchronous_commit: 'off' } }
const POLL_MS = 200
const ANNOUNCED_POLL_MS = 1_000
/** Health calls an indexer dead after far longer; a write per block would be the half of its work. */
const HEARTBEAT_MS = 1_000

/** A sign of life, at most one a second. */
function createHeartbeat(sql: Sql): () => Promise<void> {
  let last = 0
  return async () => {
    if (Date.now() - last < HEARTBEAT_MS) return
    last = Date.now()
    await writeHeartbeat(sql)
  }
}

/** One life: steps from where the database stands until stopped or until something fails. */
async function live(sql: Sql, loop: Loop): Promise<void> {
  const { target, rpc, heads, pace, logger, signal, onCommit } = loop
  const decoders = new DecoderTable(target.contracts)
  const backfill = createBackfill({ rpc, decoders }, pace, changesOf)
  const context = { sql, rpc, decoders, logger, pace, backfill, onCommit }
  const beat = createHeartbeat(sql)
  await beat()
  let mirror = await openMirror(sql, rpc, target)
  if (loop.failures > 0) await requireBlock(rpc, mirror.number + 1)
  let announced = 0
  while (!signal.aborted) {
    const next = await step(context, mirror, announced)
    loop.onPoll()
    await beat()
    const isDone = next === mirror || next.number === announced
    if (isDone) loop.onHead?.(next.number)
    const pollMs = loop.pollMs ?? (heads.isOpen() ? ANNOUNCED_POLL_MS : POLL_MS)
    announced = isDone ? await heads.wait(pollMs, signal) : 0
    mirror = next
  }
}

/**
 * Lives again after what may pass; everything else ends it. Each life reads anew where the database stands, for a
 * transaction whose answer was lost may have committed, over new connections, for postgres.js 3.4.9 can hang on those
 * it lost (porsager/postgres issue 1208).
 */
async function run(
  options: IndexerOptions,
  { signal, onPoll }: Pick<Loop, 'signal' | 'onPoll'>,
): Promise<void> {
  const { logger } = options
  const heads = watchHeads(options.wsUrl, { logger, signal })
  const forgetting = new Forgetting()
  const onGoodPoll = () => {
    if (loop.failures > 0) logger.info({ failures: loop.failures }, 'the chain and the database answer again')
    loop.failures = 0
    forgetting.clear()
    onPoll()
  }
  const rpc = openRpc(options.rpcUrl, { signal })
  const loop: Loop = { ...options, rpc, heads, pace: new Pace(), signal, failures: 0, onPoll: onGoodPoll }
  const subject = subjectOf(options.target.contracts)
  if (subject) void watchLedger({ ...options, rpc, subject, signal })
  while (!signal.aborted) {
    const sql = connect(options.databaseUrl, SESSION)
    try {
      await live(sql, loop)
    } catch (thrown) {
      if (signal.aborted) return
      const error = asRetryable(thrown)
      if (!(error instanceof Retryable)) throw error
      forgetting.count(error)
      const failures = ++loop.failures
      const pause = backoff(failures, loop.retryMs)
      logger.warn({ code: error.code, failures, retry_ms: pause }, error.message)
    } finally {
      // Nothing is asked any more; of a lost connection postgres.js 3.4.9 would wait for the end that has been.
      await sql.end({ timeout: 0 })
    }
    const pause = loop.failures > 0 ? backoff(loop.failures, loop.retryMs) : 0
    await sleep(pause, undefined, { signal }).catch(() => undefined)
  }
}

/** Mirrors a chain into schema `chain` until stopped. */
export function startIndexer(options: IndexerOptions): Indexer {
  const stopping = new AbortController()
  const first = Promise.withResolvers<void>()
  // Whatever ends it, its watch on new blocks ends too.
  const done = run(options, { signal: stopping.signal, onPoll: first.resolve }).finally(() =>
    stopping.abort(),
  )
  done.then(first.resolve, first.reject)
  // Whoever awaits neither promise must not crash the process by it.
  first.promise.catch(() => undefined)
  const stop = async () => {
    stopping.abort()
    await done.catch(() => undefined)
  }
  return { ready: first.promise, done, stop }
}
