import { isSnpdError, Retryable } from '../../core/errors.ts'

/** The answer of a command. @throws Retryable `redis.unreachable` instead of what the driver throws */
export async function ask<Answer>(command: Promise<Answer>): Promise<Answer> {
  return command.catch((cause: Error) => {
    if (isSnpdError(cause)) throw cause
    throw new Retryable({
      code: 'redis.unreachable',
      message: `Redis does not answer: ${cause.message}.`,
      fix: 'Try again in a moment.',
      cause,
    })
  })
}
