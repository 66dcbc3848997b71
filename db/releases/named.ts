import { Final } from '../../core/errors.ts'
import { findNamed } from '../catalog/named.ts'
import type { Db } from '../client.ts'

export type Named = {
  sneakerId: string
  storeId: string | null
  /** The shop's clock; null without a shop. */
  zone: string | null
}

async function findSneaker(db: Db, style: string): Promise<Named> {
  const [found] = await db<{ id: string }[]>`select id from app.sneaker where style_code = ${style}`
  if (found) return { sneakerId: found.id, storeId: null, zone: null }
  throw new Final({
    code: 'catalog.unknown',
    message: `There is no sneaker with the style code "${style}".`,
    fix: 'GET /api/sneakers lists what there is.',
  })
}

/** What a release is of, by what people call it. @param store null: at many shops. @throws Final `catalog.unknown` */
export async function findReleased(
  db: Db,
  { style, store }: { style: string; store: string | null },
): Promise<Named> {
  if (store === null) return findSneaker(db, style)
  const named = await findNamed(db, { style, store })
  const [found] = await db<
    { time_zone: string }[]
  >`select time_zone from app.store where id = ${named.storeId}`
  return { ...named, zone: found?.time_zone ?? null }
}
