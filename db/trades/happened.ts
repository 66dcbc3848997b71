import { Final } from '../../core/errors.ts'
import { requireAct } from '../../core/trade/acts.ts'
import { MOST_EVIDENCE } from '../../core/trade/limits.ts'
import type { Db } from '../client.ts'
import type { InTrade, Locked } from './lock.ts'
import { requireTradeWords } from './offer.ts'

export type Happened = InTrade & { locked: Locked }

/** Says that one has sent what was agreed. @throws Final as `requireAct` */
export async function noteShipped(tx: Db, { locked, id, memberId, now }: Happened): Promise<void> {
  requireAct('ship', locked.standing, locked.side)
  await tx`
    insert into app.trade_side (trade_id, member_id, shipped_at) values (${id}, ${memberId}, ${now})
    on conflict (trade_id, member_id) do update set shipped_at = excluded.shipped_at`
}

/** Says that one got what was agreed; of a trade without bonds. @throws Final as `requireAct` */
export async function noteReceived(tx: Db, { locked, id, memberId, now }: Happened): Promise<void> {
  requireAct('receive', locked.standing, locked.side)
  await tx`
    insert into app.trade_side (trade_id, member_id, received_at) values (${id}, ${memberId}, ${now})
    on conflict (trade_id, member_id) do update set received_at = excluded.received_at`
}

/** One's own account of what happened; the last one counts. @throws Final as `requireAct`, as `requireTradeWords` */
export async function tellStory(
  tx: Db,
  { locked, id, memberId, now }: Happened,
  text: string,
): Promise<void> {
  requireAct('tell', locked.standing, locked.side)
  await requireTradeWords(tx, { memberId, text, now })
  await tx`
    insert into app.trade_side (trade_id, member_id, told, told_at) values (${id}, ${memberId}, ${text}, ${now})
    on conflict (trade_id, member_id) do update set told = excluded.told, told_at = excluded.told_at`
}

async function countPhotos(tx: Db, { id, memberId }: Happened): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from app.trade_photo s join app.photo p on p.id = s.photo_id
    where s.trade_id = ${id} and p.member_id = ${memberId}`
  return row?.count ?? 0
}

/**
 * Shows one's own photos to the other side, and to whoever decides a dispute.
 * @throws Final as `requireAct`, `trade.photo`
 */
export async function showPhotos(tx: Db, happened: Happened, photoIds: readonly string[]): Promise<void> {
  const { locked, id, memberId } = happened
  requireAct('show', locked.standing, locked.side)
  const ids = [...new Set(photoIds)]
  const { count } = await tx`
    insert into app.trade_photo (trade_id, photo_id)
    select ${id}, p.id from app.photo p
    where p.id = any(${ids}::uuid[]) and p.member_id = ${memberId}
      and not exists (select from app.restock_photo r where r.photo_id = p.id)
      and not exists (select from app.post_photo s where s.photo_id = p.id)
    on conflict do nothing`
  if (count === ids.length && (await countPhotos(tx, happened)) <= MOST_EVIDENCE) return
  throw new Final({
    code: 'trade.photo',
    message: `One of these photos is not yours or shows something else already, or they are more than ${MOST_EVIDENCE}.`,
    fix: 'Send each picture anew for each trade.',
  })
}
