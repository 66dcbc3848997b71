import type { Db } from '../client.ts'
import { endRing } from './act.ts'
import { ringRows, stateOf } from './row.ts'

/** Open rings of one who leaves are called off, and no wallet of theirs is kept in any. */
export async function forgetRings(tx: Db, { memberId, now }: { memberId: string; now: Date }): Promise<void> {
  const found = await tx<{ id: string }[]>`
    select r.id from app.trade_ring r join app.trade_ring_leg l on l.ring_id = r.id
    where l.giver_id = ${memberId} and r.called_off_at is null and l.trade_id is null order by r.id for update of r`
  for (const ring of await ringRows(
    tx,
    found.map(({ id }) => id),
  ))
    if (stateOf(ring, now) === 'open') await endRing(tx, { ring, by: memberId, now })
  await tx`update app.trade_ring_leg set wallet = null where giver_id = ${memberId}`
}
