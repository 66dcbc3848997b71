import type { Db } from '../client.ts'

/** Whether the member is on leaderboards: yes, until one says no. */
export async function isListed(db: Db, memberId: string): Promise<boolean> {
  const [row] = await db<{ unlisted: boolean }[]>`select unlisted from app.member where id = ${memberId}`
  return row?.unlisted === false
}

/** From the next look on. Standings are kept: who comes back is where they would be. */
export async function setListed(db: Db, memberId: string, listed: boolean): Promise<void> {
  await db`update app.member set unlisted = ${!listed} where id = ${memberId} and deleted_at is null`
}
