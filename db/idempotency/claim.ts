import { uuidv7 } from '../../core/id.ts'
import type { Db } from '../client.ts'

/** Long enough for any request of ours to end: its statements are cut off after seconds. */
const CLAIM_SECONDS = 60
const KEPT_SECONDS = 24 * 3600
/** Forgotten per claim at most, so that no one request pays for a whole day's. */
const SWEPT = 100

export type Asked = {
  /** sha256 of who asked and the key. */
  id: Uint8Array
  /** Keyed hash of the request. */
  request: Uint8Array
}
export type Claim =
  | { kind: 'mine'; claim: string }
  | { kind: 'answered'; answer: Uint8Array }
  | { kind: 'in-flight' }
  | { kind: 'other-request' }

async function sweep(db: Db, now: Date): Promise<void> {
  await db`
    delete from app.idempotency where id in (
      select id from app.idempotency where expires_at <= ${now} limit ${SWEPT} for update skip locked)`
}

/**
 * Takes the right to run a request once. One whose runner never came back is given to the next who asks, once its time
 * is over; what that runner did before it died is for the routes' own rules to see.
 */
export async function claimRequest(db: Db, { id, request }: Asked, now: Date): Promise<Claim> {
  await sweep(db, now)
  const claim = uuidv7()
  const until = new Date(now.getTime() + CLAIM_SECONDS * 1000)
  const expires = new Date(now.getTime() + KEPT_SECONDS * 1000)
  const taken = await db`
    insert into app.idempotency as old (id, request, claim, claimed_until, expires_at)
    values (${id}, ${request}, ${claim}, ${until}, ${expires})
    on conflict (id) do update set request = excluded.request, claim = excluded.claim, answer = null,
      claimed_until = excluded.claimed_until, expires_at = excluded.expires_at
    where old.expires_at <= ${now}
      or (old.answer is null and old.claimed_until <= ${now} and old.request = excluded.request)`
  if (taken.count === 1) return { kind: 'mine', claim }
  const [row] = await db<{ same: boolean; answer: Uint8Array | null }[]>`
    select request = ${request} as same, answer from app.idempotency where id = ${id}`
  if (row && !row.same) return { kind: 'other-request' }
  // No row: whoever had it gave it up just now, which a second try will find.
  return row?.answer ? { kind: 'answered', answer: row.answer } : { kind: 'in-flight' }
}
