import type { ErrorCode } from '../../core/errors.ts'
import type { Db } from '../client.ts'

export type DeadLetter = {
  requestId: string
  /** Where the request stood. */
  state: string
  code: ErrorCode
  message: string
}

/** Keeps what stood in the way of a checkout that nobody tries again. A second one of the same request replaces the first. */
export async function writeDeadLetter(
  db: Db,
  { requestId, state, code, message }: DeadLetter,
): Promise<void> {
  await db`
    insert into app.dead_letter (request_id, state, code, message)
    values (${requestId}, ${state}, ${code}, ${message})
    on conflict (request_id) do update
      set at = now(), state = excluded.state, code = excluded.code, message = excluded.message`
}
