import { photoKeys } from '../../adapters/photos/store.ts'
import type { Photo } from '../../core/photo/shape.ts'
import { promisePhoto } from '../../db/photos/promise.ts'
import type { Api } from '../api/context.ts'
import type { Drawn } from './redraw.ts'

/**
 * Puts a picture and its thumbnail into the store, promised before: whatever happens until its row is written, it is found
 * again and swept.
 * @throws Retryable, Final `photo.store`
 */
export async function storePhoto(
  { sql, photos, now }: Pick<Api, 'sql' | 'photos' | 'now'>,
  { webp, thumb, width, height }: Drawn,
): Promise<Photo> {
  const id = await promisePhoto(sql, now())
  const keys = photoKeys(id)
  await photos.put(keys.thumb, thumb)
  await photos.put(keys.full, webp)
  return { id, width, height }
}
