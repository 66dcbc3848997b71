import { flagKey } from '../../core/karma/flag-key.ts'
import { toBytea } from '../../db/bytes.ts'
import { confirmRestock } from '../../db/restocks/confirm.ts'
import { reportRestock } from '../../db/restocks/report.ts'
import { createDatabase, type TestDatabase } from './database.ts'
import { addCatalog, addMember, type TestMember } from './members.ts'

/** A day in the middle of an epoch. */
export const now = new Date('2026-05-05T12:00:00Z')
/** So many minutes later. */
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
/** Length of the challenge window here. */
export const WINDOW = 3_600

/** The street without its chain: members, reports, confirmations, and what they earn. */
export type Street = TestDatabase & {
  member: (name: string) => Promise<TestMember>
  report: (by: TestMember, at?: Date) => Promise<string>
  confirm: (restockId: string, by: TestMember, at?: Date) => Promise<void>
  /** Reported by the one, confirmed by the other. @returns the restock */
  seen: (by: TestMember, confirmer: TestMember, at?: Date) => Promise<string>
  /** What a vote would have set. */
  setFlag: (name: string, value: bigint) => Promise<void>
  award: (sourceId: string, rule?: string) => Promise<Held>
  /** wei that the pot of this category says it issued, in all epochs */
  spent: (category?: string) => Promise<bigint>
}
export type Held = {
  id: string
  amount: bigint
  capped_by: string | null
  matures_at: Date | null
  ready_at: Date | null
  reversed_at: Date | null
  epoch: number | null
  why: string[]
}

async function addFlag({ indexer }: TestDatabase, { name, value }: { name: string; value: bigint }) {
  await indexer`
    insert into chain.flag (block_number, log_index, tx_hash, block_time, flag_key, value)
      select coalesce(max(block_number), 0) + 1, 0, ${Buffer.alloc(32)}, now(), ${toBytea(flagKey(name))}, ${String(value)}
      from chain.flag`
}

async function awardOf(
  { app }: TestDatabase,
  { sourceId, rule }: { sourceId: string; rule: string },
): Promise<Held> {
  const [row] = await app<Held[]>`
    select id, amount, capped_by, matures_at, ready_at, reversed_at, epoch, why from app.award
      where source_id = ${sourceId} and rule = ${rule}`
  if (!row) throw new Error(`no award of ${rule} for ${sourceId}`)
  return row
}

/** Each report is of another pair: none is refused as known. */
export async function openStreet(): Promise<Street> {
  const database = await createDatabase()
  const { app } = database
  const report = async (by: TestMember, at = now) => {
    const { sneakerId: sneaker_id, storeId: store_id } = await addCatalog(app)
    return reportRestock(app, {
      memberId: by.id,
      report: { sneaker_id, store_id, size: '10' },
      now: at,
      challengeSeconds: 0,
    })
  }
  const confirm = (restockId: string, by: TestMember, at = now) =>
    confirmRestock(app, { restockId, memberId: by.id, now: at, challengeSeconds: WINDOW })
  return {
    ...database,
    member: (name) => addMember(app, name),
    report,
    confirm,
    seen: async (by, confirmer, at = now) => {
      const id = await report(by, at)
      await confirm(id, confirmer, at)
      return id
    },
    setFlag: (name, value) => addFlag(database, { name, value }),
    award: (sourceId, rule = 'restock.report') => awardOf(database, { sourceId, rule }),
    spent: async (category = 'intel') => {
      const [row] = await app<{ spent: bigint }[]>`
        select coalesce(sum(spent), 0) as spent from app.karma_budget where category = ${category}`
      return row?.spent ?? 0n
    },
  }
}
