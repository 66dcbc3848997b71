import { Final } from '../../core/errors.ts'
import type { Db } from '../client.ts'

/** The ids of a sneaker and a store by what people call them. @throws Final `catalog.unknown` */
export async function findNamed(
  db: Db,
  { style, store }: { style: string; store: string },
): Promise<{ sneakerId: string; storeId: string }> {
  const [found] = await db<{ sneaker_id: string | null; store_id: string | null }[]>`
    select (select id from app.sneaker where style_code = ${style}) as sneaker_id,
      (select id from app.store where slug = ${store}) as store_id`
  if (found?.sneaker_id && found.store_id) return { sneakerId: found.sneaker_id, storeId: found.store_id }
  throw new Final({
    code: 'catalog.unknown',
    message: found?.sneaker_id
      ? `There is no store "${store}".`
      : `There is no sneaker with the style code "${style}".`,
    fix: 'GET /api/sneakers and /api/stores list what there is.',
  })
}
