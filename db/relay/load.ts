import type { Db } from '../client.ts'

export type RelayLoad = { waiting: number; oldest_seconds: number | null }

/** Requests that are neither carried out nor over, and since when the oldest waits. */
export async function readRelayLoad(db: Db, now: Date): Promise<RelayLoad> {
  const [row] = await db<RelayLoad[]>`
    select count(*)::int as waiting, extract(epoch from ${now}::timestamptz - min(r.created_at))::float8 as oldest_seconds
      from app.relay_request r
      where r.outcome is null and r.refusal is null and r.deadline > ${now}
        and not exists (select from chain.forward f where f.signer_address = r.from_address and f.nonce = r.nonce)`
  return row ?? { waiting: 0, oldest_seconds: null }
}
