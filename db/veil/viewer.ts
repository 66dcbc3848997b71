import { moveTo, type Stand } from '../../core/veil/move.ts'
import { cellNumber, cellText } from '../../core/veil/span.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { notePresence } from './presence.ts'

type Row = { cell: bigint; seen_at: Date; free_at: Date }
export type Looking = { memberId: string; cell: string; now: Date }

const standFrom = (row: Row | undefined): Stand | undefined =>
  row && { cell: cellText(row.cell), seenAt: row.seen_at, freeAt: row.free_at }

/** Where the member looks from; undefined when they have not said it these 30 days. */
export async function standOf(db: Db, memberId: string): Promise<Stand | undefined> {
  const [row] = await db<Row[]>`
    select cell, seen_at, free_at from app.viewer_cell where member_id = ${memberId}`
  return standFrom(row)
}

async function writeStand(tx: Db, { memberId, now }: Looking, { cell, freeAt }: Stand): Promise<void> {
  await tx`
    insert into app.viewer_cell (member_id, cell, seen_at, free_at)
    values (${memberId}, ${cellNumber(cell)}, ${now}, ${freeAt})
    on conflict (member_id) do update
      set cell = excluded.cell, seen_at = excluded.seen_at, free_at = excluded.free_at`
  await notePresence(tx, { memberId, cell, now })
}

/**
 * Lets a member stand in a cell, when they can have got there. Within a transaction, under the member's lock: of two requests
 * that say where they are the second sees what the first did, and who has left stands nowhere.
 * @returns whether they do now
 * @throws Final `auth.required` of a member who has left
 */
export async function standIn(tx: Db, looking: Looking): Promise<boolean> {
  await lockMember(tx, looking.memberId)
  const stand = moveTo(await standOf(tx, looking.memberId), looking.cell, looking.now)
  if (stand) await writeStand(tx, looking, stand)
  return stand !== undefined
}

/** For as long nothing is written of a member who looks again from the same cell. */
const QUIET_MS = 600_000

/** As `standIn`, in a transaction of its own, and one short question where nothing is new. */
export async function lookFrom(sql: Sql, looking: Looking): Promise<boolean> {
  const stand = await standOf(sql, looking.memberId)
  const isQuiet = stand?.cell === looking.cell && looking.now.getTime() - stand.seenAt.getTime() < QUIET_MS
  return isQuiet || inTransaction(sql, (tx) => standIn(tx, looking))
}
