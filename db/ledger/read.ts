import type { Ledger } from '../../core/ledger/shape.ts'
import { listAwards } from '../awards/pending.ts'
import { promisedTo } from '../awards/promised.ts'
import type { Hex } from '../bytes.ts'
import { inSnapshot } from '../chain/audit.ts'
import { blockHash } from '../chain/block.ts'
import { readCursor } from '../chain/cursor.ts'
import { holdingsOf } from '../chain/holdings.ts'
import type { Db, Sql } from '../client.ts'
import { entriesOf } from './page.ts'
import { walletsOf } from './wallets.ts'

export type ReadLedger = {
  memberId: string
  /** The karma contract. */
  token: Hex
  now: Date
}

/** Entries, and awards, of the first page. */
const LIMIT = 30

const total = (amounts: bigint[]) => String(amounts.reduce((sum, each) => sum + each, 0n))

async function read(db: Db, { memberId, token, now }: ReadLedger): Promise<Ledger> {
  const addresses = await walletsOf(db, memberId)
  const cursor = await readCursor(db)
  const block = cursor?.blockNumber ?? 0
  const holdings = await holdingsOf(db, addresses)
  const { items: entries, next } = await entriesOf(db, { addresses, limit: LIMIT })
  const pending = await listAwards(db, { memberId, now, of: 'open', limit: LIMIT })
  return {
    balance: total(holdings.map(({ balance }) => balance)),
    earned: total(holdings.map(({ earned }) => earned)),
    wallets: holdings.map(({ address, balance, movements, sum }) => ({
      ...{ address, movements },
      ...{ balance: String(balance), sum: String(sum) },
    })),
    block_number: block,
    block_hash: await blockHash(db, block),
    block_time: cursor?.blockTime?.toISOString() ?? null,
    token,
    entries,
    next,
    promised: String(await promisedTo(db, memberId)),
    pending: pending.items,
    pending_next: pending.next,
  }
}

/**
 * What the chain says of the member's wallets, as mirrored at one block, and the awards it does not show yet. One
 * snapshot: an award is never both pending and among the entries, and the entries add up to the balance.
 */
export async function readLedger(sql: Sql, input: ReadLedger): Promise<Ledger> {
  return inSnapshot(sql, (tx) => read(tx, input))
}
