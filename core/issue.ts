import { z } from 'zod'

/**
 * Why something read from outside is of no use, as part of a sentence: of what a shape refused, the first thing, where it
 * stands, and how many more there are; of any other error its message. Pure.
 */
export function issueOf(error: Error): string {
  if (!(error instanceof z.ZodError)) return error.message
  const [first, ...more] = error.issues
  const what = `${first?.path.join('.')} ${first?.message}`.trim()
  return more.length > 0 ? `${what}, and ${more.length} more` : what
}
