import type { Db } from '../client.ts'

/** A process that cannot be asked says that it lives; every few seconds. `detail` is shown by /api/health. */
export async function writeHeartbeat(
  db: Db,
  component: string,
  detail: Record<string, string | number | boolean | null>,
): Promise<void> {
  await db`
    insert into app.heartbeat (component, at, detail) values (${component}, now(), ${db.json(detail)})
      on conflict (component) do update set at = excluded.at, detail = excluded.detail`
}
