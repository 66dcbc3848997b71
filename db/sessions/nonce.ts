import type { Nonce, NonceStore } from '../../core/auth/stores.ts'
import type { Db } from '../client.ts'

async function addNonce(
  db: Db,
  { nonce, browser, now, expiresAt }: Nonce & { expiresAt: Date },
): Promise<void> {
  await db`delete from app.nonce where expires_at < ${now}`
  await db`insert into app.nonce (nonce, browser, expires_at) values (${nonce}, ${browser}, ${expiresAt})`
}

async function takeNonce(db: Db, { nonce, browser, now }: Nonce): Promise<boolean> {
  const [row] = await db<{ valid: boolean }[]>`
    delete from app.nonce where nonce = ${nonce}
    returning expires_at > ${now} and browser is not distinct from ${browser}::bytea as valid`
  return row?.valid === true
}

/** Nonces in Postgres: used up by `delete ... returning`. */
export function postgresNonces(db: Db): NonceStore {
  return { add: (nonce) => addNonce(db, nonce), take: (nonce) => takeNonce(db, nonce) }
}
