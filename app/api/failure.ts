import { HTTPException } from 'hono/http-exception'
import { Final, isSnpdError, type Retryable } from '../../core/errors.ts'

/** Drivers report a lost or refused connection by these codes. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
])

/** Any thrown thing as an error of ours. What we did not foresee becomes `internal` and says nothing about itself. */
export function toSnpdError(error: unknown): Final | Retryable {
  if (isSnpdError(error)) return error
  if (error instanceof HTTPException) return fromHono(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (unreachable.has(code))
    return new Final({
      code: 'db.unreachable',
      message: 'The database does not answer.',
      fix: 'Try again in a few seconds.',
      cause: error,
    })
  return new Final({
    code: 'internal',
    message: 'Something went wrong on our side.',
    fix: 'Try again; if it stays, tell us the request_id.',
    cause: error,
  })
}

function fromHono(error: HTTPException): Final {
  if (error.status === 415)
    return new Final({
      code: 'input.media-type',
      message: 'The body is not in a form this address reads.',
      fix: 'Send JSON with content-type: application/json.',
    })
  return new Final({
    code: 'input.json',
    message: 'The body is not valid JSON.',
    fix: 'Send one JSON object, UTF-8.',
  })
}
