import { readHeaders } from '../../adapters/chain/headers.ts'
import { openRpc, type Rpc } from '../../adapters/chain/rpc.ts'
import { Final, Retryable } from '../../core/errors.ts'
import { countMisadded, inSnapshot, type LedgerView, viewLedger } from '../../db/chain/audit.ts'
import { countOutside } from '../../db/chain/audit-rows.ts'
import { type Mirror, readMirror } from '../../db/chain/position.ts'
import { connect, type Db } from '../../db/client.ts'
import { auditLedger, type Finding } from '../../indexer/audit.ts'
import { auditRows, type RowsFinding } from '../../indexer/audit-rows.ts'
import { subjectOf } from '../../indexer/auditor.ts'
import { addressesOf, type Contracts, DecoderTable } from '../../indexer/decode/contracts.ts'
import { Pace } from '../../indexer/pace.ts'

export type AuditTarget = { rpcUrl: string; databaseUrl: string; contracts: Contracts }
export type Audit = {
  view: LedgerView
  ledger: Finding
  /** Accounts that do not add up from their own transfers and awards. */
  misadded: number
  rows: RowsFinding
  /** Rows of blocks that are not mirrored. */
  outside: number
}

const other = (message: string) =>
  new Final({
    code: 'chain.other-contracts',
    message,
    fix: 'Name the database, and the token or deployment that the indexer was given.',
  })

async function readSubject(tx: Db, contracts: Contracts): Promise<Mirror> {
  const [schema] = await tx<{ exists: boolean }[]>`select to_regclass('chain.cursor') is not null as exists`
  const mirror = schema?.exists ? await readMirror(tx) : undefined
  if (!mirror) throw other('The database mirrors nothing yet.')
  if (mirror.contracts.join() !== addressesOf(contracts).join())
    throw other(`The database mirrors contracts ${mirror.contracts.join(', ')}, not those that were named.`)
  return mirror
}

/** The chain may be replaced while it is compared: then what was found means nothing. */
async function requireBlock(rpc: Rpc, { number, hash }: LedgerView['block']): Promise<void> {
  const [header] = await readHeaders(rpc, [number])
  if (header?.hash === hash) return
  throw new Retryable({
    code: 'chain.bad-answer',
    message: `The chain at ${rpc.origin} does not have the mirrored block ${number} (${hash}).`,
    fix: 'Run this again when the indexer has followed the chain; if it stays so, see docs/runbooks/reorg-alarm.md.',
  })
}

/**
 * Compares all of the mirror with the chain, as of the block where the mirror stands, while the indexer may go on.
 * @param sample at most this many accounts are asked for
 * @throws Final `chain.other-contracts`; Retryable `chain.unreachable`, `chain.bad-answer`
 */
export async function audit({ rpcUrl, databaseUrl, contracts }: AuditTarget, sample: number): Promise<Audit> {
  const rpc = openRpc(rpcUrl)
  const sql = connect(databaseUrl, { name: 'audit', max: 1 })
  try {
    return await inSnapshot(sql, async (tx) => {
      const mirror = await readSubject(tx, contracts)
      const view = await viewLedger(tx, sample)
      const subject = subjectOf(contracts)
      if (!view || !subject) throw other('The database mirrors no block yet.')
      await requireBlock(rpc, view.block)
      const ledger = await auditLedger(rpc, subject, view)
      const misadded = await countMisadded(tx)
      const range = { from: mirror.fromBlock, to: view.block.number }
      const decoders = new DecoderTable(contracts)
      const rows = await auditRows({ tx, rpc, decoders, pace: new Pace(), range })
      const outside = await countOutside(tx, range)
      await requireBlock(rpc, view.block)
      return { view, ledger, misadded, rows, outside }
    })
  } finally {
    await sql.end({ timeout: 1 })
  }
}
