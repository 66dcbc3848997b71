import { z } from 'zod'

/**
 * Where a page of posts begins: after this one. `hot`: its rank when it was read, where that is the order; of what was saved, when
 * that was, ms.
 */
export type PostPlace = { id: string; hot: number | null }

const placeShape = z.tuple([z.uuid(), z.number().nullable()])

const LETTERS = 'abcdefghijklmnop'
const WORD = /^[a-p]{16}$/

/** The bits of a number as letters: of its digits every tenth would pass for a card number, which no address may hold. */
function toWord(value: number): string {
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, value)
  const nibbles = Array.from({ length: 16 }, (_, nth) => (bits.getUint8(nth >> 1) >> (nth % 2 ? 0 : 4)) & 15)
  return nibbles.map((nibble) => LETTERS[nibble]).join('')
}

function fromWord(word: string): number {
  if (!WORD.test(word)) return Number.NaN
  const bits = new DataView(new ArrayBuffer(8))
  const nibble = (nth: number) => LETTERS.indexOf(word[nth] ?? '')
  for (let nth = 0; nth < 8; nth++) bits.setUint8(nth, nibble(2 * nth) * 16 + nibble(2 * nth + 1))
  return bits.getFloat64(0)
}

/** The place as a word for a URL. */
export function writePlace({ id, hot }: PostPlace): string {
  return hot === null ? id : `${id}~${toWord(hot)}`
}

/** The place that a cursor names; undefined for a text that is none. */
export function readPlace(cursor: string): PostPlace | undefined {
  const [id = '', hot] = cursor.split('~', 2)
  const read = placeShape.safeParse([id, hot === undefined ? null : fromWord(hot)])
  return read.success ? { id: read.data[0], hot: read.data[1] } : undefined
}

/** A cursor of a query; what is none is refused. */
export const cursorShape = z
  .string()
  .max(80)
  .refine((text) => readPlace(text) !== undefined, 'the `next` of a page')
  .transform((text) => readPlace(text))
