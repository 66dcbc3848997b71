/**
 * Every stable error code with the HTTP status (RFC 9110) the API answers for it.
 * Codes are part of the public interface: add, never rename.
 */
export const errorCodes = {
  'config.invalid': 500,
  'config.port-taken': 500,
  'config.data-folder': 500,
  'db.unreachable': 503,
  'db.migration-edited': 500,
  'db.schema-newer': 500,
  'chain.unreachable': 503,
  'chain.wrong-id': 500,
  internal: 500,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorCodes

export type ErrorOptions = {
  code: ErrorCode
  /** What happened, one sentence. */
  message: string
  /** What to do about it, one sentence; shown to the person. */
  fix?: string
  cause?: unknown
}

abstract class SnpdError extends Error {
  readonly code: ErrorCode
  readonly fix: string | undefined

  constructor(options: ErrorOptions) {
    super(options.message, { cause: options.cause })
    this.code = options.code
    this.fix = options.fix
    this.name = new.target.name
  }

  /** HTTP status of this error's code. */
  get status(): number {
    return errorCodes[this.code]
  }
}

/** Trying again later may succeed; queues and clients retry it with backoff. */
export class Retryable extends SnpdError {}

/** Trying again cannot succeed without a change by someone; never retried. */
export class Final extends SnpdError {}

/** True for both roots. */
export function isSnpdError(error: unknown): error is Retryable | Final {
  return error instanceof SnpdError
}
