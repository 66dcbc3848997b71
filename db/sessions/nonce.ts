import type { Db } from '../client.ts'

export type Nonce = {
  nonce: string
  /** sha256 of the asking browser's pre-session cookie; null for a client without cookies. */
  browser: Buffer | null
  expiresAt: Date
}

/** Keeps a nonce until it is taken or expires, and forgets expired ones. */
export async function addNonce(db: Db, { nonce, browser, expiresAt }: Nonce): Promise<void> {
  await db`delete from app.nonce where expires_at < now()`
  await db`insert into app.nonce (nonce, browser, expires_at) values (${nonce}, ${browser}, ${expiresAt})`
}

/** Uses a nonce up: true once, for the browser it was given to, before it expires. */
export async function takeNonce(
  db: Db,
  { nonce, browser, now }: { nonce: string; browser: Buffer | null; now: Date },
): Promise<boolean> {
  const [row] = await db<{ valid: boolean }[]>`
    delete from app.nonce where nonce = ${nonce}
    returning expires_at > ${now} and (browser is null or browser = ${browser}) as valid`
  return row?.valid === true
}
