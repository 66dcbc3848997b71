import type { Sneaker } from '../../core/restock/shape.ts'
import type { Db } from '../client.ts'
import { sneakerJson } from './json.ts'

export type SneakersAsked = {
  /** Words that its brand, name, colours or style code must have, in any order. */
  q?: string | undefined
  brand?: string | undefined
  limit?: number
  /** Id of the last sneaker of the page before. */
  after?: string | undefined
}

/** The catalogue is some thousand pairs: they are read through, and no index is kept for it. */
function having(db: Db, word: string) {
  return db`and strpos(lower(concat_ws(' ', sneaker.brand, sneaker.name, sneaker.colorway, sneaker.style_code)), ${word}) > 0`
}

function matching(db: Db, { q = '', brand, after }: SneakersAsked) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return db`true
    ${brand === undefined ? db`` : db`and lower(sneaker.brand) = ${brand.toLowerCase()}`}
    ${words.reduce((all, word) => db`${all} ${having(db, word)}`, db``)}
    ${after ? db`and (sneaker.brand, sneaker.name, sneaker.style_code) > (select s.brand, s.name, s.style_code from app.sneaker s where s.id = ${after})` : db``}`
}

/** Sneakers that can be reported, by brand and name. */
export async function listSneakers(db: Db, asked: SneakersAsked = {}): Promise<Sneaker[]> {
  const rows = await db<{ item: Sneaker }[]>`
    select ${sneakerJson(db)} as item from app.sneaker sneaker where ${matching(db, asked)}
    order by sneaker.brand, sneaker.name, sneaker.style_code limit ${asked.limit ?? null}`
  return rows.map(({ item }) => item)
}
