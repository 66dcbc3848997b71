import type { Db } from '../client.ts'
import { rulesNow } from '../karma/effective.ts'

export type Ready = { sourceId: string; readyAt: Date; now: Date }

/** When an award whose window ends then may be minted: a challenge that is open puts it off, once and by a fixed time. */
export async function dueAt(tx: Db, { sourceId, readyAt, now }: Ready): Promise<Date> {
  const [open] = await tx`
    select 1 from app.challenge where restock_id = ${sourceId} and outcome is null and holds_until > ${now} limit 1`
  if (!open) return readyAt
  const { ruleset } = await rulesNow(tx)
  return new Date(readyAt.getTime() + ruleset.challenges.holdSeconds * 1000)
}
