import type { Author, Post } from '../../../core/post/shape.ts'
import { postWords } from '../messages/en-posts.ts'
import { plural } from '../messages/fill.ts'
import { words } from '../messages/post/words.ts'

/** Who wrote it, as it is said. */
export function nameOf(author: Author): string {
  if (author === null) return postWords.nobody
  return 'pseudonym' in author ? author.pseudonym : author.username
}

/** Where it is told to be, for a reader who looks from this cell: nothing but the two cells decides. */
export function placeWordsOf({ cell, place_name: name }: Post, near: string | undefined): string | null {
  if (cell !== null && cell === near) return postWords.yourArea
  return name
}

/** More than a feed shows of one post: characters, lines. */
const LONG = { characters: 700, lines: 12 }

export const isLong = (text: string) => text.length > LONG.characters || text.split('\n').length > LONG.lines

/** "1 reply", "12 replies" */
export const repliesText = (count: number) => plural(words.replies, count)
