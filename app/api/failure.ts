import { HTTPException } from 'hono/http-exception'
import { Final, isSnpdError, type Retryable } from '../../core/errors.ts'
import { asRetryable } from '../../db/failure.ts'

/** Any thrown thing as an error to answer. What we did not foresee becomes `internal` and says nothing about itself. */
export function toSnpdError(thrown: unknown): Final | Retryable {
  const error = asRetryable(thrown)
  if (isSnpdError(error)) return error
  if (error instanceof HTTPException) return fromHono(error)
  return new Final({
    code: 'internal',
    message: 'Something went wrong on our side.',
    fix: 'Try again; if it stays, tell us the request_id.',
    cause: error,
  })
}

/** Hono itself refuses two things: a body of another type, and one that is not JSON. */
function fromHono(error: HTTPException): Final {
  return error.status === 415
    ? new Final({
        code: 'input.media-type',
        message: 'The body is not in a form this address reads.',
        fix: 'Send JSON with content-type: application/json.',
      })
    : badJson(error)
}

export function badJson(cause: unknown): Final {
  const fix = 'Send one JSON object, UTF-8.'
  return new Final({ code: 'input.json', message: 'The body is not valid JSON.', fix, cause })
}
