import { isSnpdError } from './errors.ts'

/** What a person is told about an error: a sentence and what to do; the stack only of what nobody foresaw. */
export function sentenceOf(error: unknown): string {
  if (isSnpdError(error)) return [error.message, error.fix].filter(Boolean).join(' ')
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
