import type { AttemptStore } from '../../core/auth/stores.ts'
import type { Db } from '../client.ts'

async function countAttempt(
  db: Db,
  { subjects, now, windowSeconds }: { subjects: string[]; now: Date; windowSeconds: number },
): Promise<Map<string, number>> {
  const until = new Date(now.getTime() + windowSeconds * 1000)
  await db`delete from app.login_attempt where until < ${now}`
  // Sorted: two requests that lock the same rows lock them in one order.
  const rows = await db<{ subject: string; failures: number }[]>`
    insert into app.login_attempt as old (subject, failures, until)
    select unnest(${[...subjects].sort()}::text[]), 1, ${until}::timestamptz
    on conflict (subject) do update set failures = old.failures + 1
    returning subject, failures`
  return new Map(rows.map(({ subject, failures }) => [subject, failures]))
}

async function forgiveAttempt(db: Db, subjects: string[]): Promise<void> {
  await db`
    update app.login_attempt set failures = greatest(failures - 1, 0)
    where subject = any(${[...subjects].sort()}::text[])`
}

/** Attempts in Postgres. */
export function postgresAttempts(db: Db): AttemptStore {
  return {
    count: (attempt) => countAttempt(db, attempt),
    forgive: (subjects) => forgiveAttempt(db, subjects),
  }
}
