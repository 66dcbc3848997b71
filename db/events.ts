import type { AppEvent } from '../core/events.ts'
import type { Db } from './client.ts'

/** Tells every listener that something changed: delivered when the transaction commits, never when it does not. */
export async function notifyApp(db: Db, event: AppEvent): Promise<void> {
  await db`select pg_notify('app', ${JSON.stringify(event)})`
}
