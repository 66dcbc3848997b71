import { Final } from '../../core/errors.ts'
import type { Db } from '../client.ts'

type Named = { storeId: string | null; sneakerIds: readonly string[] }

/** @throws Final `catalog.unknown` unless the shop and all of the pairs are in the catalogue */
export async function requireKnown(tx: Db, { storeId, sneakerIds }: Named): Promise<void> {
  const [row] = await tx<{ known: boolean }[]>`
    select (${storeId}::uuid is null or exists (select from app.store where id = ${storeId}::uuid))
      and (select count(*) from app.sneaker where id = any(${[...sneakerIds]}::uuid[])) = ${sneakerIds.length} as known`
  if (row?.known) return
  throw new Final({
    code: 'catalog.unknown',
    message: 'A sneaker or the store is not in the catalogue.',
    fix: 'Choose them from the lists and post again.',
  })
}

/** Names the pairs that a post is about. */
export async function tagSneakers(tx: Db, postId: string, sneakerIds: readonly string[]): Promise<void> {
  if (sneakerIds.length === 0) return
  await tx`
    insert into app.post_sneaker (post_id, sneaker_id)
    select ${postId}, id from unnest(${[...sneakerIds]}::uuid[]) as of (id)`
}
