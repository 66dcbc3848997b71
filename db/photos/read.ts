import type { Db } from '../client.ts'

/** Where a picture is: in its row, of photos of before; else in the store. */
export type PhotoAt = { webp: Uint8Array | null }

/** Undefined when there is no such photo, or its member took it along. */
export async function findPhoto(db: Db, id: string): Promise<PhotoAt | undefined> {
  const [row] = await db<PhotoAt[]>`select webp from app.photo where id = ${id}`
  return row
}
