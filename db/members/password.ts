import type { Db } from '../client.ts'

/** The member whom a login (email or username, any case) names, with the password's hash if there is one. */
export async function findLogin(
  db: Db,
  login: string,
): Promise<{ id: string; passwordHash: string | undefined } | undefined> {
  // A username cannot hold "@", so the two never answer for the same text.
  const column = login.includes('@') ? 'email' : 'username'
  const [row] = await db<{ id: string; password_hash: string | null }[]>`
    select id, password_hash from app.member where lower(${db(column)}) = lower(${login})`
  return row && { id: row.id, passwordHash: row.password_hash ?? undefined }
}
