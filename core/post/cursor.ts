import { z } from 'zod'

/** Where a page of posts begins: after this one. `rank`: what the order asks for before the id, as it was when it was read. */
export type PostPlace = { id: string; rank: number | null }

const placeShape = z.tuple([z.uuid(), z.number().nullable()])

/** The place as a word for a URL. */
export function writePlace({ id, rank }: PostPlace): string {
  return rank === null ? id : `${id}~${rank}`
}

/** The place that a cursor names; undefined for a text that is none. */
export function readPlace(cursor: string): PostPlace | undefined {
  const [id = '', rank] = cursor.split('~', 2)
  const read = placeShape.safeParse([id, rank === undefined ? null : Number(rank || Number.NaN)])
  return read.success ? { id: read.data[0], rank: read.data[1] } : undefined
}

/** A cursor of a query; what is none is refused. */
export const cursorShape = z
  .string()
  .max(80)
  .refine((text) => readPlace(text) !== undefined, 'the `next` of a page')
  .transform((text) => readPlace(text))
