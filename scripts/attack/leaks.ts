import { isValidCell } from 'h3-js'

/** What differs between any two posts and says nothing of a place. */
const VOLATILE = new Set([
  'id',
  'post_id',
  'created_at',
  'edited_at',
  'text',
  'author',
  'photos',
  'mine',
  'next',
  'replies',
])

/** Everything that a JSON value says, but for what differs anyway: two posts that say the same are told apart by nothing. */
export function sayingOf(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (VOLATILE.has(key) ? undefined : inner)) ?? ''
}

/** Every H3 cell in a JSON value, wherever it stands. */
export function cellsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^8[0-9a-f]{14}$/.test(value) && isValidCell(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(cellsIn)
}
