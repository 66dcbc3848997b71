import type { Sealed } from '../../core/payment/open.ts'
import type { SealedCode } from '../../core/payment/shape.ts'
import type { Db } from '../client.ts'
import { isOpen } from '../purchases/open.ts'

/** Seconds after which a code is gone even if its request still waits: longer than any review is kept open. */
const LONGEST_SECONDS = 24 * 3600

/** Keeps the sealed security code of a request; in the transaction that makes the request. */
export async function writeCode(tx: Db, requestId: string, { key_id, sealed }: SealedCode): Promise<void> {
  await tx`
    insert into app.purchase_secret (request_id, key_id, sealed)
    values (${requestId}, ${key_id}, ${Buffer.from(sealed, 'base64url')})`
}

/** The sealed security code of a request that has not ended: for the workers, who have the key. */
export async function sealedCodeOf(db: Db, requestId: string): Promise<Sealed | undefined> {
  const [row] = await db<Sealed[]>`
    select key_id as "keyId", sealed from app.purchase_secret where request_id = ${requestId}`
  return row
}

/** Forgets it; in the transaction that ends the request. */
export async function deleteCode(tx: Db, requestId: string): Promise<void> {
  await tx`delete from app.purchase_secret where request_id = ${requestId}`
}

/** Forgets codes that outlived their request or a day, whatever left them behind. @returns how many */
export async function sweepCodes(db: Db): Promise<number> {
  const swept = await db`
    delete from app.purchase_secret s
    where s.created_at < now() - make_interval(secs => ${LONGEST_SECONDS})
      or not exists (select 1 from app.purchase_request where id = s.request_id and ${isOpen(db)})`
  return swept.count
}
