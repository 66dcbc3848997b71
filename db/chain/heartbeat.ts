import type { Db } from '../client.ts'

/** The indexer lives. No chain fact: a mirror built anew has another. */
export async function writeHeartbeat(db: Db): Promise<void> {
  await db`insert into chain.heartbeat (at) values (now()) on conflict (id) do update set at = excluded.at`
}
