import type { Db } from '../client.ts'

/** The way to the worker's page goes; whoever still looks at it is shown out by the worker. */
export async function forgetLent(tx: Db, requestId: string): Promise<void> {
  await tx`delete from app.live_page where request_id = ${requestId}`
}
