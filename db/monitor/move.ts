import { gateName } from '../../core/manners/gate-name.ts'
import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'

/**
 * A shop's pages are elsewhere from now on, by the same paths: what is known of them stays, how they are read does not.
 * @param to the shop's new origin
 */
export async function moveTargets(
  sql: Sql,
  { storeId, to, now }: { storeId: string; to: URL; now: Date },
): Promise<void> {
  const origin = gateName(to)
  await inTransaction(sql, async (tx) => {
    await tx`
      insert into app.monitor_origin (origin, next_at) values (${origin}, ${now})
        on conflict (origin) do update set next_at = least(app.monitor_origin.next_at, excluded.next_at)`
    await tx`
      update app.monitor_target t
      set url = ${to.origin} || regexp_replace(url, '^[a-z]+://[^/]+', ''), origin = ${origin}, reader = null,
        list_url = null, etag = null, last_modified = null, body_hash = null, next_at = ${now}
      where store_id = ${storeId} and origin <> ${origin} and not exists (
        select from app.monitor_target there
        where there.url = ${to.origin} || regexp_replace(t.url, '^[a-z]+://[^/]+', ''))`
  })
}
