import { type EntryPlace, writePlace } from '../../core/ledger/cursor.ts'
import type { LedgerEntry, LedgerPage } from '../../core/ledger/shape.ts'
import { ruleOfAwards } from '../awards/rule.ts'
import type { Hex } from '../bytes.ts'
import { inSnapshot } from '../chain/audit.ts'
import { blockHash } from '../chain/block.ts'
import { readCursor } from '../chain/cursor.ts'
import { ledgerEntries, type MirroredEntry } from '../chain/ledger.ts'
import type { Db, Sql } from '../client.ts'
import { walletsOf } from './wallets.ts'

/** The mirror's entries with the rule that each of our awards followed. */
async function nameRules(db: Db, entries: MirroredEntry[]): Promise<LedgerEntry[]> {
  const ids = entries.flatMap(({ awardId }) => (awardId === null ? [] : [awardId]))
  const names = await ruleOfAwards(db, ids)
  return entries.map(({ awardId, place: _, ...entry }) => {
    const known = awardId === null ? undefined : names.get(awardId)
    return { ...entry, rule: known?.rule ?? null, ruleset: known?.ruleset ?? null }
  })
}

type Entries = { addresses: Hex[]; limit: number; until?: number | undefined; after?: EntryPlace | undefined }

/** One page of the addresses' movements, and where the next begins. */
export async function entriesOf(
  db: Db,
  { limit, ...which }: Entries,
): Promise<{ items: LedgerEntry[]; next: string | null }> {
  const found = await ledgerEntries(db, { ...which, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await nameRules(db, shown),
    next: found.length > limit && last ? writePlace(last.place) : null,
  }
}

export type ReadPage = {
  memberId: string
  limit: number
  /** Movements up to this block; up to the last one without it. */
  until?: number | undefined
  after?: EntryPlace | undefined
}

/** One page of the member's movements, of one moment. */
export async function readLedgerPage(sql: Sql, { memberId, until, ...page }: ReadPage): Promise<LedgerPage> {
  return inSnapshot(sql, async (tx) => {
    const addresses = await walletsOf(tx, memberId)
    const head = (await readCursor(tx))?.blockNumber ?? 0
    const block = Math.min(until ?? head, head)
    return {
      ...(await entriesOf(tx, { ...page, addresses, until: block })),
      block_number: block,
      block_hash: await blockHash(tx, block),
    }
  })
}
