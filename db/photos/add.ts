import { Final, Retryable } from '../../core/errors.ts'
import type { Photo } from '../../core/photo/shape.ts'
import type { Db } from '../client.ts'

export type NewPhoto = {
  /** Promised (`promisePhoto`), and stored under it: drawn by us, no byte of what was sent. */
  id: string
  memberId: string
  /** In pixels. */
  width: number
  height: number
  now: Date
}

/** Photos of one member in 24 hours. */
const PER_DAY = 60

/** From now on its picture stays: nobody sweeps it any more, or did. */
async function keep(tx: Db, id: string): Promise<void> {
  const kept = await tx`delete from app.photo_gone where photo_id = ${id}`
  if (kept.count === 1) return
  throw new Retryable({
    code: 'photo.store',
    message: 'The photo took too long to be stored.',
    fix: 'Send it again.',
  })
}

/**
 * Keeps a member's photo, under the member's lock; what shows it refers to it in the same transaction, or within a day.
 * @throws Final `photo.too-many`, Retryable `photo.store`
 */
export async function addPhoto(tx: Db, { id, memberId, width, height, now }: NewPhoto): Promise<Photo> {
  const since = new Date(now.getTime() - 86_400_000)
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from app.photo where member_id = ${memberId} and created_at > ${since}`
  if (row && row.count >= PER_DAY)
    throw new Final({
      code: 'photo.too-many',
      message: `You sent ${PER_DAY} photos in the last 24 hours.`,
      fix: 'Send the next one tomorrow.',
    })
  await keep(tx, id)
  await tx`
    insert into app.photo (id, member_id, width, height, created_at)
    values (${id}, ${memberId}, ${width}, ${height}, ${now})`
  return { id, width, height }
}
