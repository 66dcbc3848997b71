import type { Ledger, LedgerEntry } from '../../core/ledger/shape.ts'
import { listPending } from '../awards/pending.ts'
import { ruleOfAwards } from '../awards/rule.ts'
import type { Hex } from '../bytes.ts'
import { balanceOf } from '../chain/balance.ts'
import { readCursor } from '../chain/cursor.ts'
import { ledgerEntries, type MirroredEntry } from '../chain/ledger.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { walletsOf } from './wallets.ts'

export type ReadLedger = {
  memberId: string
  /** The karma contract. */
  token: Hex
  now: Date
}

/** Entries of one page. */
const LIMIT = 200

/** The mirror's entries with the rule that each of our awards followed. */
async function nameRules(db: Db, entries: MirroredEntry[]): Promise<LedgerEntry[]> {
  const ids = entries.flatMap(({ awardId }) => (awardId === null ? [] : [awardId]))
  const names = await ruleOfAwards(db, ids)
  return entries.map(({ awardId, ...entry }) => ({
    ...entry,
    rule: awardId === null ? null : (names.get(awardId) ?? null),
  }))
}

async function read(db: Db, { memberId, token, now }: ReadLedger): Promise<Ledger> {
  const addresses = await walletsOf(db, memberId)
  const cursor = await readCursor(db)
  const { balance, earned } = await balanceOf(db, addresses)
  const mirrored = await ledgerEntries(db, { addresses, limit: LIMIT })
  return {
    balance: String(balance),
    earned: String(earned),
    block_number: cursor?.blockNumber ?? 0,
    block_time: cursor?.blockTime?.toISOString() ?? null,
    token,
    entries: await nameRules(db, mirrored),
    pending: await listPending(db, { memberId, now }),
  }
}

/**
 * What the chain says of the member's wallets, as mirrored at one block, and the awards it does not show yet. One
 * snapshot: an award is never both pending and among the entries, and the entries add up to the balance.
 */
export async function readLedger(sql: Sql, input: ReadLedger): Promise<Ledger> {
  return inTransaction(sql, async (tx) => {
    await tx`set transaction isolation level repeatable read, read only`
    return read(tx, input)
  })
}
