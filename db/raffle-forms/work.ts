import { uuidv7 } from '../../core/id.ts'
import { addressShape, type ShippingAddress } from '../../core/member/shape.ts'
import type { EntryOutcome } from '../../core/raffle-form/outcome.ts'
import { type EntryDetails, entryDetailsShape } from '../../core/raffle-form/request.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db } from '../client.ts'
import { openField, places } from '../vault/field.ts'

/** A draw that this worker has taken. */
export type EntryWork = {
  id: string
  memberId: string
  url: string
  lease: string
  email: string
  details: EntryDetails
  /** null: none is kept. */
  address: ShippingAddress | null
}

/** Longer than a worker is silent between two steps. Seconds. */
const LEASE = 300

type Row = {
  id: string
  member_id: string
  url: string
  details_encrypted: Uint8Array
  email: string | null
  shipping_address: unknown
  address_encrypted: Uint8Array | null
  wrapped: Uint8Array | null
}

async function open(ring: KeyRing, row: Row, lease: string): Promise<EntryWork> {
  const { id, member_id: memberId, url, wrapped, email } = row
  const [details, address] = await Promise.all([
    openField(ring, entryDetailsShape, {
      ...{ memberId, place: places.draw(id), plain: null },
      ...{ encrypted: row.details_encrypted, wrapped },
    }),
    openField(ring, addressShape, {
      ...{ memberId, place: places.address(memberId), plain: row.shipping_address },
      ...{ encrypted: row.address_encrypted, wrapped },
    }),
  ])
  if (!details) throw new Error(`the request ${id} has no details`)
  return { id, memberId, url, lease, email: email ?? '', details, address }
}

/** Takes the draw that waits longest since somebody was at it, or whose worker is gone. @throws Final `vault.*` */
export async function takeEntry(db: Db, ring: KeyRing): Promise<EntryWork | undefined> {
  const lease = uuidv7()
  const [row] = await db<Row[]>`
    with taken as (
      update app.raffle_form_request set state = 'running', lease = ${lease},
        lease_until = now() + ${LEASE} * interval '1 second', updated_at = now()
      where id = (select id from app.raffle_form_request
        where state = 'queued' or (state = 'running' and lease_until < now())
        order by updated_at, id limit 1 for update skip locked)
      returning id, member_id, url, details_encrypted)
    select t.*, m.email, m.shipping_address, m.address_encrypted, k.wrapped
      from taken t join app.member m on m.id = t.member_id left join app.member_key k on k.member_id = t.member_id`
  return row && open(ring, row, lease)
}

/** Says how far it is and keeps it. @returns false when it is somebody else's by now, or its member left */
export async function noteEntry(
  db: Db,
  { id, lease }: Pick<EntryWork, 'id' | 'lease'>,
  note: string,
): Promise<boolean> {
  const kept = await db`
    update app.raffle_form_request set note = ${note}, updated_at = now(),
      lease_until = now() + ${LEASE} * interval '1 second'
    where id = ${id} and lease = ${lease} and state = 'running'`
  return kept.count > 0
}

/** Writes down what came of it. */
export async function endEntry(
  db: Db,
  { id, lease }: Pick<EntryWork, 'id' | 'lease'>,
  outcome: EntryOutcome,
): Promise<void> {
  await db`
    update app.raffle_form_request set state = 'ended', outcome = ${db.json(outcome)}, lease = null,
      lease_until = null, updated_at = now() where id = ${id} and lease = ${lease} and state = 'running'`
}

/** Gives it back, behind the others that wait: another worker takes it, or this one again. */
export async function giveEntryBack(db: Db, { id, lease }: Pick<EntryWork, 'id' | 'lease'>): Promise<void> {
  await db`
    update app.raffle_form_request set state = 'queued', lease = null, lease_until = null, updated_at = now()
      where id = ${id} and lease = ${lease} and state = 'running'`
}
