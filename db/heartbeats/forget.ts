import type { Db } from '../client.ts'

/** Takes processes of this kind off the list that have been silent for an hour. */
export async function forgetSilent(db: Db, kind: string): Promise<void> {
  await db`
    delete from app.heartbeat where starts_with(component, ${`${kind}:`}) and at < now() - interval '1 hour'`
}
