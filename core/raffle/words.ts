import { z } from 'zod'

/** Would show a text in another order than it is read in, or as another text. */
const hidden =
  /[\u00ad\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|(?![\n\t])\p{Cc}|\p{Surrogate}/u
/** A text of so many characters at most, each of which can be seen. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !hidden.test(text), 'has characters that nobody can see')
/** The same without line breaks. */
export const line = (most: number) => words(most).refine((text) => !/[\n\t]/.test(text), 'is one line')
