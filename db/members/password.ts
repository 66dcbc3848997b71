import type { Db } from '../client.ts'

/** The member whom a login (email or username, any case) names, with the password's hash if there is one. */
export async function findLogin(
  db: Db,
  login: string,
): Promise<{ id: string; passwordHash: string | undefined } | undefined> {
  // A username cannot hold "@", so the two never answer for the same text.
  const column = login.includes('@') ? 'email' : 'username'
  // Lower-cased as the throttle does: a server's locale may take "İ" for "i", and give one login many counts.
  const [row] = await db<{ id: string; password_hash: string | null }[]>`
    select id, password_hash from app.member where lower(${db(column)}) = ${login.toLowerCase()}`
  return row && { id: row.id, passwordHash: row.password_hash ?? undefined }
}

/** The hash of a member's password, if there is one. */
export async function readPassword(db: Db, id: string): Promise<string | undefined> {
  const [row] = await db<{ password_hash: string | null }[]>`
    select password_hash from app.member where id = ${id}`
  return row?.password_hash ?? undefined
}

/** Puts a new hash of the same password in the place of the old one, unless the password was changed meanwhile. */
export async function rehash(
  db: Db,
  { id, stored, fresh }: { id: string; stored: string; fresh: string },
): Promise<void> {
  await db`update app.member set password_hash = ${fresh} where id = ${id} and password_hash = ${stored}`
}

/**
 * Gives a member, whose row the transaction has locked, a password. A short one only beside a wallet.
 * @returns false when the password is short and the last wallet is gone
 */
export async function setPassword(
  db: Db,
  { id, hash, isShort }: { id: string; hash: string; isShort: boolean },
): Promise<boolean> {
  const changed = await db`
    update app.member set password_hash = ${hash}, password_is_short = ${isShort}
    where id = ${id} and (not ${isShort}::boolean or exists (select 1 from app.wallet where member_id = ${id}))`
  return changed.count === 1
}
