import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Photo } from '../../core/photo/shape.ts'
import type { Db } from '../client.ts'

export type NewPhoto = {
  memberId: string
  /** Drawn by us: no byte of what was sent. */
  webp: Uint8Array
  /** In pixels. */
  width: number
  height: number
  now: Date
}

/** Photos of one member in 24 hours. */
const PER_DAY = 60

/**
 * Keeps a member's photo, under the member's lock; what shows it refers to it in the same transaction.
 * @throws Final `photo.too-many`
 */
export async function addPhoto(tx: Db, { memberId, webp, width, height, now }: NewPhoto): Promise<Photo> {
  const since = new Date(now.getTime() - 86_400_000)
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from app.photo where member_id = ${memberId} and created_at > ${since}`
  if (row && row.count >= PER_DAY)
    throw new Final({
      code: 'photo.too-many',
      message: `You sent ${PER_DAY} photos in the last 24 hours.`,
      fix: 'Send the next one tomorrow.',
    })
  const id = uuidv7(now.getTime())
  await tx`
    insert into app.photo (id, member_id, webp, width, height, created_at)
    values (${id}, ${memberId}, ${Buffer.from(webp)}, ${width}, ${height}, ${now})`
  return { id, width, height }
}
