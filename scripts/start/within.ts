import { type ErrorCode, Retryable } from '../../core/errors.ts'

type Answer = { code: ErrorCode; what: string; variable: string }

/** The promise's value, or after so many milliseconds one sentence about who did not answer. */
export async function within<T>(
  milliseconds: number,
  promise: Promise<T>,
  { code, what, variable }: Answer,
): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    const message = `${what} does not answer within ${milliseconds / 1000} s.`
    reject(new Retryable({ code, message, fix: `Check ${variable} and that the server is running.` }))
  }, milliseconds)
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
