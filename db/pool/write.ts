import type { ErrorCode } from '../../core/errors.ts'
import type { Db } from '../client.ts'

/** What stood in the way of a checkout that nobody tries again. */
export type DeadLetter = { code: ErrorCode; message: string }

/**
 * Keeps it; in the transaction that ends the request.
 * @param request as it was before that
 */
export async function writeDeadLetter(
  tx: Db,
  request: { id: string; state: string },
  { code, message }: DeadLetter,
): Promise<void> {
  await tx`
    insert into app.dead_letter (request_id, state, code, message)
    values (${request.id}, ${request.state}, ${code}, ${message})`
}
