import { z } from 'zod'

/** Characters of what one may look for. */
const MOST = 120

/** What somebody types to find a place: an address, a city, a ZIP code. */
export const questionShape = z.string().trim().min(2).max(MOST)

/** One spelling of what is asked alike: it is asked once, and its answer is found again. Pure. */
export function questionOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** The five digits of a ZIP code of the United States, with or without its four more; undefined of anything else. */
export const zipOf = (question: string): string | undefined => /^(\d{5})(-\d{4})?$/.exec(question)?.[1]
