import type { Preferences, PurchaseMode, PurchaseState, Review } from '../../core/checkout/shape.ts'
import type { Asked } from '../../core/checkout/turn.ts'
import type { Db } from '../client.ts'
import { isOpen } from './open.ts'

/** Everything a worker needs to walk one request but where to ship it (db/vault/shipping.ts). */
export type PurchaseWork = Asked & {
  id: string
  memberId: string
  dropId: string
  size: string
  maxTotalMinor: number
  currency: string
  mode: PurchaseMode
  preferences: Preferences
  /** The member had a hand in the worker's page: the next total is shown, whatever the mode. */
  helped: boolean
  state: PurchaseState
  email: string
  /** Of a member who left while the order was being placed: there is no address any more, only its ZIP code. */
  lookupZip: string | null
  productUrl: string
  review: Review | null
  confirmedTotalMinor: number | null
}

/** The request as it is now; undefined when it does not exist. */
export async function loadWork(db: Db, id: string): Promise<PurchaseWork | undefined> {
  const [work] = await db<PurchaseWork[]>`
    select r.id, r.pass_tier as "passTier", r.created_at as "askedAt", r.member_id as "memberId", r.drop_id as "dropId",
      r.size, r.max_total_minor as "maxTotalMinor", r.currency, r.mode, r.preferences, r.helped, r.state, r.email,
      r.lookup_zip as "lookupZip", d.product_url as "productUrl", r.review,
      r.confirmed_total_minor as "confirmedTotalMinor"
    from app.purchase_request r join app.drop d on d.id = r.drop_id
    where r.id = ${id}`
  return work
}

export type OpenPurchase = Asked & { id: string }

/** Requests that are still open, oldest first: what a queue that lost its jobs must be given again. */
export async function listOpen(db: Db): Promise<OpenPurchase[]> {
  return db<OpenPurchase[]>`
    select id, pass_tier as "passTier", created_at as "askedAt" from app.purchase_request
    where ${isOpen(db)} and created_at < now() - interval '5 seconds'
    order by id limit 1000`
}

/**
 * Order numbers that other requests of this member or mail address ended with: never proof of a new order. Those of
 * members who left count for everyone, since whose mail it was is forgotten.
 */
export async function knownOrders(db: Db, id: string): Promise<string[]> {
  const rows = await db<{ number: string }[]>`
    select coalesce(other.outcome->>'number', other.word->>'number') as number
    from app.purchase_request mine join app.purchase_request other
      on other.id <> mine.id and (other.member_id = mine.member_id
        or lower(other.email) = lower(mine.email) or lower(other.email) is null)
    where mine.id = ${id} and (other.state = 'ordered' and other.outcome->>'number' is not null
      or other.state = 'unknown' and other.word->>'number' is not null)`
  return rows.map(({ number }) => number)
}
