import { isOwn } from '../../core/alert/own.ts'
import type { Alert } from '../../core/alert/shape.ts'
import {
  defaultNotifications,
  type NotificationSettings,
  notificationShape,
} from '../../core/member/notifications.ts'
import type { Db } from '../client.ts'
import { listenersOf } from '../groups/present.ts'

export type Recipient = { channelId: string; memberId: string; settings: NotificationSettings }

type Row = { channelId: string; memberId: string; settings: object | null; isBridge: boolean }

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

/** Groups that share a monitor of what a monitor saw. What members report is theirs to follow. */
function watching(db: Db, alert: Extract<Alert, { kind: 'restock' }>) {
  return db`
    select w.group_id from app.group_monitor w join app.monitor_target t on t.id = w.target_id
    where ${alert.source} = 'monitor' and t.sneaker_id = ${alert.sneaker.id} and t.store_id = ${alert.store.id}`
}

/** Whose wallet holds a pass of this tier at least. */
const holders = (db: Db, tier: number, now: Date) => db`
  select w.member_id from app.wallet w cross join lateral (
    select p.tier, p.expires_at from chain.pass_purchase p where p.member_address = w.address
      order by p.block_number desc, p.log_index desc limit 1) pass
  where pass.tier >= ${tier} and pass.expires_at > ${now}`

/** Of what is for all, only those hear who asked to: votes are off until they are switched on. */
const voters = (db: Db) =>
  db`select member_id from app.notification_setting where settings ->> 'votes' = 'true'`

/** Whose channels are told: members, and groups by their bridges. `listeners`: a group's who hear what it calls out. */
function whoseOf(tx: Db, alert: Alert, { listeners, now }: { listeners: readonly string[]; now: Date }) {
  if (isOwn(alert)) return tx`(c.group_id is null and c.member_id = ${alert.member_id})`
  if (alert.kind === 'group')
    return tx`(c.group_id = ${alert.group.id} or c.group_id is null and c.member_id = any(${[...listeners]}::uuid[]))`
  if (alert.kind === 'raffle-open' && alert.tier === 0) return tx`c.group_id is null`
  if (alert.kind === 'raffle-open')
    return tx`(c.group_id is null and c.member_id in (${holders(tx, alert.tier, now)}))`
  if (alert.kind === 'vote') return tx`(c.group_id is null and c.member_id in (${voters(tx)}))`
  if (alert.kind === 'drop') return tx`(c.group_id is null and c.member_id in (${followers(tx, alert)}))`
  // What a monitor sees is everybody's to follow: who is out of a gated group at present learns nothing that is not public.
  // Two lists and no "or": Postgres would look at every channel for it.
  return tx`c.id in (
    select own.id from app.channel own where own.group_id is null and own.member_id in (
      ${followers(tx, alert)}
      union select m.member_id from app.group_member m where m.alerts and m.group_id in (${watching(tx, alert)}))
    union all select bridge.id from app.channel bridge where bridge.group_id in (${watching(tx, alert)}))`
}

/** A bridge has no hours and no taste of its own; what its maker chose is for the maker's own channels. */
function settingsOf({ settings, isBridge }: Row): NotificationSettings {
  if (isBridge || settings === null) return defaultNotifications
  // A row written before a setting existed lacks it.
  return notificationShape.parse({ ...defaultNotifications, ...settings })
}

/**
 * The channels of everyone whom an alert is for, by what they or a group of theirs follow or because it is their own, with
 * what they want to hear of; locked in one order, so that none of them is removed before the caller's transaction ends.
 */
export async function recipientsOf(tx: Db, alert: Alert, now: Date): Promise<Recipient[]> {
  const listeners = alert.kind === 'group' ? await listenersOf(tx, { groupId: alert.group.id, now }) : []
  const rows = await tx<Row[]>`
    select c.id as "channelId", c.member_id as "memberId", s.settings, c.group_id is not null as "isBridge"
    from app.channel c left join app.notification_setting s on s.member_id = c.member_id
    where c.ended_at is null and ${whoseOf(tx, alert, { listeners, now })} order by c.id for no key update of c`
  return rows.map((row) => ({
    ...{ channelId: row.channelId, memberId: row.memberId, settings: settingsOf(row) },
  }))
}
