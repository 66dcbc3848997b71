import { setTimeout as sleep } from 'node:timers/promises'
import type { Rpc } from '../adapters/chain/rpc.ts'
import { Retryable } from '../core/errors.ts'
import type { Logger } from '../core/log.ts'
import { inSnapshot, type LedgerView, viewLedger, writeAudit } from '../db/chain/audit.ts'
import { connect, type Sql } from '../db/client.ts'
import { asRetryable } from '../db/failure.ts'
import { auditLedger, type Subject, sentenceOfDrift } from './audit.ts'
import { auditRows, sentenceOfRows } from './audit-rows.ts'
import { type Contracts, DecoderTable } from './decode/contracts.ts'
import type { Source } from './fetch.ts'
import type { Target } from './identity.ts'
import { Pace } from './pace.ts'

export type AuditorOptions = {
  /** Of the role that owns schema chain. */
  databaseUrl: string
  rpc: Rpc
  subject: Subject
  target: Pick<Target, 'contracts'>
  logger: Logger
  signal: AbortSignal
  /** Least time between two audits. */
  auditMs?: number
}

/** Blocks become final each second on some chains: a ledger of 100,000 accounts takes 30 ms to sum up. */
const AUDIT_MS = 60_000
/** Two requests' worth. */
const SAMPLE = 100

/** The token whose ledger a mirror of these contracts holds. */
export function subjectOf({ karma, token }: Contracts): Subject | undefined {
  if (karma) return { token: karma, isKarma: true }
  return token && { token, isKarma: false }
}

/** The last mirrored block that is final: a mirror that is still far behind stands below what its node calls final. */
function endOf({ finalized, block }: LedgerView): number {
  return Math.min(finalized, block.number)
}

/** Some final blocks, wherever they are, as many as make one question: their logs are read again and compared with the rows. */
async function auditSomeRows(sql: Sql, source: Source & { pace: Pace }, view: LedgerView) {
  const end = endOf(view)
  if (end < view.from) return null
  const from = view.from + Math.floor(Math.random() * (end - view.from + 1))
  const range = { from, to: Math.min(end, from + source.pace.span - 1) }
  return sentenceOfRows(await inSnapshot(sql, (tx) => auditRows({ ...source, tx, range })))
}

/** One audit, when more blocks are final than at the last one. @returns the last of them then; -1: audit again */
async function auditOnce(
  sql: Sql,
  { subject, logger, ...source }: Source & Pick<AuditorOptions, 'subject' | 'logger'> & { pace: Pace },
  last: number,
): Promise<number> {
  const view: LedgerView | undefined = await inSnapshot(sql, (tx) => viewLedger(tx, SAMPLE))
  if (!view || endOf(view) === last) return last
  const ledger = sentenceOfDrift(await auditLedger(source.rpc, subject, view))
  const rows = await auditSomeRows(sql, source, view).catch((error: unknown) => {
    // A node that keeps no old logs must not hide what the sums tell.
    if (!(error instanceof Retryable)) throw error
    logger.warn({}, `some rows could not be audited: ${error.message}`)
    return null
  })
  const drift = [ledger, rows].filter((sentence) => sentence !== null).join(' ') || null
  const block = view.block.number
  await writeAudit(sql, { block, drift })
  if (drift) logger.error({ code: 'chain.drift', block }, `${drift} See docs/runbooks/rebuild-mirror.md.`)
  else logger.debug({ block, accounts: view.accounts }, 'the ledger is the one of the chain')
  return drift ? -1 : endOf(view)
}

/**
 * Compares the mirrored ledger, and some of all rows, with the chain's whenever blocks became final, beside the mirroring
 * and over a connection of its own. Drift is an alarm, in the log and in health, at each audit until it is gone; it does not stop the
 * indexer, for a mirror that stands still is wrong too.
 * A node that has no state of the mirrored block (it is old, as during a backfill, or was replaced) makes no alarm.
 */
export async function watchLedger(options: AuditorOptions): Promise<void> {
  const { databaseUrl, target, logger, signal, auditMs = AUDIT_MS } = options
  const tools = { ...options, decoders: new DecoderTable(target.contracts), pace: new Pace() }
  let last = -1
  while (!signal.aborted) {
    await sleep(auditMs, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    const sql = connect(databaseUrl, { name: 'auditor', max: 1, arrays: false })
    try {
      last = await auditOnce(sql, tools, last)
    } catch (thrown) {
      const error = asRetryable(thrown)
      // Nothing an audit meets may end the mirroring, and nothing may pass in silence.
      const reason = error instanceof Retryable ? error.message : String(error)
      if (!signal.aborted) logger.warn({ retry_ms: auditMs }, `the ledger could not be audited: ${reason}`)
    } finally {
      await sql.end({ timeout: 1 })
    }
  }
}
