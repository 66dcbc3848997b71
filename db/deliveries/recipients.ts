import type { Alert } from '../../core/alert/shape.ts'
import {
  defaultNotifications,
  type NotificationSettings,
  notificationShape,
} from '../../core/member/notifications.ts'
import type { Db } from '../client.ts'

export type Recipient = { channelId: string; memberId: string; settings: NotificationSettings }

type Row = { channelId: string; memberId: string; settings: object | null }

/** Of core/alert/filter.ts `matches`, where the follows are. */
function followers(db: Db, alert: Extract<Alert, { kind: 'restock' | 'drop' }>) {
  const { sneaker, store, place } = alert
  const size = alert.kind === 'restock' ? alert.size : null
  const cells = place ? Object.values(place) : []
  return db`
    select f.member_id from app.follow f
    where (f.sneaker_id is null or f.sneaker_id = ${sneaker.id}) and (f.store_id is null or f.store_id = ${store.id})
      and (f.size is null or ${size}::text is null or f.size = ${size})
      and (f.cells is null or f.cells && ${cells}::text[])`
}

const isOwn = (alert: Alert) => alert.kind === 'purchase' || alert.kind === 'award'

/**
 * The channels of everyone whom an alert is for, by what they follow or because it is their own, with what they want to hear
 * of; locked in one order, so that none of them is removed before the caller's transaction ends.
 */
export async function recipientsOf(tx: Db, alert: Alert): Promise<Recipient[]> {
  const whose = isOwn(alert) ? tx`= ${alert.member_id}` : tx`in (${followers(tx, alert)})`
  const rows = await tx<Row[]>`
    select c.id as "channelId", c.member_id as "memberId", s.settings
    from app.channel c left join app.notification_setting s on s.member_id = c.member_id
    where c.ended_at is null and c.member_id ${whose} order by c.id for no key update of c`
  return rows.map(({ settings, ...row }) => ({
    ...row,
    // A row written before a setting existed lacks it.
    settings: settings
      ? notificationShape.parse({ ...defaultNotifications, ...settings })
      : defaultNotifications,
  }))
}
