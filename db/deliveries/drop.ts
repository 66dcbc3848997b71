import type { Db } from '../client.ts'

/** Gives up what waits for a channel that is gone, or about to be; the deliveries stay, and say why. */
export async function dropWaiting(tx: Db, channelId: string, why: string): Promise<void> {
  await tx`
    update app.delivery set state = 'dropped', problem = ${why}, ended_at = now()
    where channel_id = ${channelId} and state = 'waiting'`
}
