import type { Sealed } from '../../core/payment/open.ts'
import type { SealedCard } from '../../core/payment/shape.ts'
import type { Db } from '../client.ts'

export type PaymentRow = { key_id: string; label: string; updated_at: Date }

/**
 * Keeps a member's sealed payment details in place of what was there. Of one who has left nothing is kept: the row's
 * share lock waits for a deletion under way, which would not see what comes after it.
 */
export async function writePayment(
  db: Db,
  memberId: string,
  { key_id, sealed, label }: SealedCard,
): Promise<void> {
  await db`
    insert into app.payment_details (member_id, key_id, sealed, label)
    select id, ${key_id}, ${Buffer.from(sealed, 'base64url')}, ${label}
    from app.member where id = ${memberId} and deleted_at is null for share
    on conflict (member_id) do update
      set key_id = excluded.key_id, sealed = excluded.sealed, label = excluded.label, updated_at = now()`
}

/** What can be shown of them; the sealed part is not read. */
export async function readPayment(db: Db, memberId: string): Promise<PaymentRow | undefined> {
  const [row] = await db<PaymentRow[]>`
    select key_id, label, updated_at from app.payment_details where member_id = ${memberId}`
  return row
}

/** Forgets them. */
export async function deletePayment(db: Db, memberId: string): Promise<void> {
  await db`delete from app.payment_details where member_id = ${memberId}`
}

/** The sealed card itself: for the workers, who have the key. */
export async function sealedCardOf(db: Db, memberId: string): Promise<Sealed | undefined> {
  const [row] = await db<Sealed[]>`
    select key_id as "keyId", sealed from app.payment_details where member_id = ${memberId}`
  return row
}

/** Cards sealed to another key than this one. */
export async function listOlderCards(db: Db, keyId: string): Promise<(Sealed & { memberId: string })[]> {
  return db<(Sealed & { memberId: string })[]>`
    select member_id as "memberId", key_id as "keyId", sealed
    from app.payment_details where key_id <> ${keyId} order by member_id limit 1000`
}

/** Puts the same card, sealed to another key, in the place of `old`; nothing when the member was quicker. */
export async function replaceSealed(
  db: Db,
  old: Sealed & { memberId: string },
  { key_id, sealed }: { key_id: string; sealed: string },
): Promise<void> {
  await db`
    update app.payment_details set key_id = ${key_id}, sealed = ${Buffer.from(sealed, 'base64url')}
    where member_id = ${old.memberId} and sealed = ${Buffer.from(old.sealed)}`
}

/** How many sealed cards and codes each of the workers' keys opens. */
export async function countByCheckoutKey(db: Db): Promise<Map<string, number>> {
  const rows = await db<{ key_id: string; sealed: number }[]>`
    select key_id, count(*)::int as sealed from (
      select key_id from app.payment_details union all select key_id from app.purchase_secret) as held
    group by key_id`
  return new Map(rows.map(({ key_id, sealed }) => [key_id, sealed]))
}
