import { readFileSync, statSync } from 'node:fs'
import type { z } from 'zod'
import { Final } from '../../core/errors.ts'

function unusable(variable: string, cause?: unknown): Final {
  // Without its text: it holds keys.
  const why = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : ''
  return new Final({
    code: 'config.invalid',
    message: `${variable} is not a file of keys, or the JSON of one${why}.`,
    fix: 'Make one: npm run keys -- init',
  })
}

/** Whether a file is still the one that was read: a writer replaces it, which gives it another inode. */
function stampOf(path: string): string {
  const { ino, size, mtimeNs } = statSync(path, { bigint: true })
  return [ino, size, mtimeNs].join()
}

/**
 * Keys from what an environment variable says: the path of a file, or the JSON that such a file holds. A file that
 * changes is read again at the next use; one that goes away or breaks while we run leaves us with what it was.
 * @throws Final `config.invalid` at once, when there are none
 */
export function openSource<Shape extends z.ZodType>(
  variable: string,
  given: string,
  shape: Shape,
): () => z.infer<Shape> {
  const parse = (text: string): z.infer<Shape> => {
    try {
      return shape.parse(JSON.parse(text))
    } catch {
      throw unusable(variable)
    }
  }
  if (given.trimStart().startsWith('{')) {
    const held = parse(given)
    return () => held
  }
  const read = () => ({ stamp: stampOf(given), keys: parse(readFileSync(given, 'utf8')) })
  let held = first(variable, read)
  return () => {
    try {
      if (stampOf(given) !== held.stamp) held = read()
    } catch {
      // Being replaced, or gone: what we know stays good.
    }
    return held.keys
  }
}

function first<Held>(variable: string, read: () => Held): Held {
  try {
    return read()
  } catch (cause) {
    throw cause instanceof Final ? cause : unusable(variable, cause)
  }
}
