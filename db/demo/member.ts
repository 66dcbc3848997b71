import type { Db } from '../client.ts'

/**
 * A member of the demo: no password and no wallet, so that nobody can sign in as one.
 * @returns false when someone else has the name: then there is no such demo member
 */
export async function ensureDemoMember(
  db: Db,
  { id, username }: { id: string; username: string },
): Promise<boolean> {
  await db`insert into app.member (id, username) values (${id}, ${username}) on conflict do nothing`
  const [found] = await db`select 1 from app.member where id = ${id}`
  return found !== undefined
}
