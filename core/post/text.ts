import { z } from 'zod'

/** Characters (UTF-16 units) of one post or reply. */
export const MOST_TEXT = 2_000

/** Controls but line feed and tab: they have no place in a text, and Postgres takes no NUL at all. */
const controls = /(?![\n\t])\p{Cc}/u
/** Overrides and embeddings show a text in another order than it is read or copied in (Unicode TR 36, 2.10.2). */
const reordering = /[\u202a-\u202e\u2066-\u2069]/u
/** What is not seen at all: nobody could tell two such texts apart. Joiners within emoji and scripts stay. */
const invisible = /[\u00ad\u115f\u1160\u180e\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0]/u
/** Letters that are not shown, but for those that make a flag's name behind a black flag. */
const tags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,12})[\u{e0000}-\u{e007f}]/u
/** More marks on one letter than any language writes: they run into the posts above and below. */
const piled = /\p{M}{7,}/u
/** Half of a character. */
const torn = /\p{Surrogate}/u
/** Letters, digits, signs or pictures: something that is seen, which Braille's empty sign is not. */
const seen = /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}]/u

/** Whether a text has what would show it as another text, or in another order than it is read in: none of it is seen. Pure. */
export function hasUnseen(text: string): boolean {
  return [controls, torn, reordering, invisible, tags].some((what) => what.test(text))
}

/** One spelling of what looks the same, no spaces at the ends, at most one empty line in a row. Pure. */
function tidy(text: string): string {
  const lines = text.normalize('NFC').split(/\r\n|\r|\n/)
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** As `textShape`, of at most so many characters. */
export function textUpTo(most: number) {
  return (
    z
      .string()
      // Before it is looked at more closely.
      .max(4 * most)
      .transform(tidy)
      .pipe(
        z
          .string()
          .min(1, 'write something')
          .max(most)
          .refine((text) => !controls.test(text) && !torn.test(text), 'has characters that are no text')
          .refine(
            (text) => !reordering.test(text),
            'has invisible characters that turn the order of reading around',
          )
          .refine((text) => !invisible.test(text) && !tags.test(text), 'has characters that nobody can see')
          .refine((text) => !piled.test(text), 'piles up more marks on a letter than can be read')
          .refine((text) => seen.test(text), 'write something that can be seen'),
      )
  )
}

/**
 * What members write. It is text and nothing else: markup in it is shown as it was typed. What could make it look like
 * another text is refused, not silently taken out.
 */
export const textShape = textUpTo(MOST_TEXT)
