import type { Db } from '../client.ts'

/** The WebP of a photo; undefined when there is none, or its member took it along. */
export async function readPhoto(db: Db, id: string): Promise<Uint8Array | undefined> {
  const [row] = await db<{ webp: Uint8Array }[]>`select webp from app.photo where id = ${id}`
  return row?.webp
}
