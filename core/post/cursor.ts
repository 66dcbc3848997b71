import { z } from 'zod'

/**
 * Where a page of posts begins: after this one. `hot`: its rank when it was read, where that is the order; of what was saved, when
 * that was, ms.
 */
export type PostPlace = { id: string; hot: number | null }

const placeShape = z.tuple([z.uuid(), z.number().nullable()])

/** The place as a word for a URL. */
export function writePlace({ id, hot }: PostPlace): string {
  return hot === null ? id : `${id}~${hot}`
}

/** The place that a cursor names; undefined for a text that is none. */
export function readPlace(cursor: string): PostPlace | undefined {
  const [id = '', hot] = cursor.split('~', 2)
  const read = placeShape.safeParse([id, hot === undefined ? null : Number(hot || Number.NaN)])
  return read.success ? { id: read.data[0], hot: read.data[1] } : undefined
}

/** A cursor of a query; what is none is refused. */
export const cursorShape = z
  .string()
  .max(80)
  .refine((text) => readPlace(text) !== undefined, 'the `next` of a page')
  .transform((text) => readPlace(text))
