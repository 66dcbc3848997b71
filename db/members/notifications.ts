import {
  defaultNotifications,
  type NotificationSettings,
  notificationShape,
} from '../../core/member/notifications.ts'
import type { Db } from '../client.ts'

/** What the member wants to hear of; what was never chosen is at its default. */
export async function readNotifications(db: Db, memberId: string): Promise<NotificationSettings> {
  const [row] = await db<{ settings: object }[]>`
    select settings from app.notification_setting where member_id = ${memberId}`
  // A row written before a setting existed lacks it.
  return notificationShape.parse({ ...defaultNotifications, ...row?.settings })
}

/** Nothing is kept of a member who has left; the share lock waits for a deletion under way. */
export async function saveNotifications(
  db: Db,
  memberId: string,
  settings: NotificationSettings,
): Promise<void> {
  await db`
    insert into app.notification_setting (member_id, settings)
    select id, ${db.json(settings)} from app.member where id = ${memberId} and deleted_at is null for share
    on conflict (member_id) do update set settings = excluded.settings, updated_at = now()`
}
