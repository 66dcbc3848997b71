import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import { drawKey } from '../../core/raffle-form/draw.ts'
import { alreadyInDraw } from '../../core/raffle-form/fence.ts'
import type { AskedEntry, EntryRequest } from '../../core/raffle-form/request.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { encryptJson, places } from '../vault/field.ts'
import { dataKey } from '../vault/key.ts'

export type AskingEntry = { memberId: string; request: EntryRequest; now: Date }

/** Of one member, that wait or run. */
const MOST_OPEN = 5

async function ask(tx: Db, ring: KeyRing, { memberId, request, now }: AskingEntry): Promise<string> {
  await lockMember(tx, memberId)
  const draw = drawKey(new URL(request.url))
  const open = await tx<{ draw: string }[]>`
    select draw from app.raffle_form_request where member_id = ${memberId} and state <> 'ended'
    union all select draw from app.raffle_form_entry
      where member_id = ${memberId} and draw = ${draw} and state = 'entered'`
  if (open.some((each) => each.draw === draw)) throw alreadyInDraw()
  if (open.length >= MOST_OPEN)
    throw new Final({
      code: 'raffle-form.too-many',
      message: `${open.length} draws of yours wait already.`,
      fix: 'Wait until they are through.',
    })
  const id = uuidv7(now.getTime())
  const key = await dataKey(tx, ring, memberId)
  const sealed = await encryptJson(key, places.draw(id), request.details)
  await tx`
    insert into app.raffle_form_request (id, member_id, url, draw, details_encrypted, state, created_at, updated_at)
      values (${id}, ${memberId}, ${request.url}, ${draw}, ${sealed}, 'queued', ${now}, ${now})`
  return id
}

/**
 * Has a worker enter a shop's draw for the member, once.
 * @returns the request's id
 * @throws Final `raffle-form.already-entered`, `raffle-form.too-many`, `vault.*`
 */
export async function askForEntry(sql: Sql, ring: KeyRing, asking: AskingEntry): Promise<string> {
  return inTransaction(sql, (tx) => ask(tx, ring, asking))
}

type Row = Omit<AskedEntry, 'created_at' | 'updated_at'> & { created_at: Date; updated_at: Date }

/** The member's draws, the newest first. */
export async function listEntries(
  db: Db,
  { memberId, limit }: { memberId: string; limit: number },
): Promise<AskedEntry[]> {
  const rows = await db<Row[]>`
    select id, url, state, note, outcome, created_at, updated_at from app.raffle_form_request
      where member_id = ${memberId} order by id desc limit ${limit}`
  return rows.map((row) => ({
    ...row,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }))
}
