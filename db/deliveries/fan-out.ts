import type { Alert } from '../../core/alert/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import { type WallClock, wallClock } from '../../core/notify/clock.ts'
import { type Due, dueOf } from '../../core/notify/due.ts'
import { isUrgent, wants } from '../../core/notify/wants.ts'
import { readAlerts } from '../alerts/read.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { type Recipient, recipientsOf } from './recipients.ts'

export type FanOut = {
  now: Date
  /** Most alerts of one transaction. */
  limit: number
}
type Planned = Recipient & Due & { id: string }
type ClockOf = (zone: string) => WallClock

/** Making a clock costs more than asking it, and members share zones. */
function keepClocks(): ClockOf {
  const clocks = new Map<string, WallClock>()
  return (zone) => {
    const clock = clocks.get(zone) ?? wallClock(zone)
    clocks.set(zone, clock)
    return clock
  }
}

function plan(
  alert: Alert,
  recipients: Recipient[],
  { now, nth, clockOf }: { now: Date; nth: number; clockOf: ClockOf },
): Planned[] {
  // Ids sort by time, and what is due at the same time is sent in the order of the log.
  const at = now.getTime() + nth
  return recipients
    .filter(({ settings }) => wants(settings, alert))
    .map((recipient) => {
      const due = dueOf(recipient.settings, { now, isUrgent: isUrgent(alert) }, clockOf)
      // A batch mints many awards of one member at once.
      return { ...recipient, ...due, gather: due.gather || alert.kind === 'award', id: uuidv7(at) }
    })
}

async function write(tx: Db, alert: Alert, planned: Planned[]): Promise<void> {
  if (planned.length === 0) return
  const column = (key: 'id' | 'memberId' | 'channelId') => planned.map((one) => one[key])
  // As texts: of an array of times or truths postgres.js names the type of one.
  const times = planned.map(({ at }) => at.toISOString())
  const gathers = planned.map(({ gather }) => String(gather))
  await tx`
    insert into app.notice (alert_id, at, content) values (${alert.id}, ${alert.written_at}, ${tx.json(alert)})
    on conflict do nothing`
  await tx`
    with planned as (
      select * from unnest(${column('id')}::uuid[], ${column('memberId')}::uuid[], ${column('channelId')}::uuid[],
        ${times}::text[]::timestamptz[], ${gathers}::text[]::boolean[]) as p (id, member_id, channel_id, due_at, gather)),
    waits as (
      insert into app.delivery (id, alert_id, member_id, channel_id, due_at, gather, urgent)
      select id, ${alert.id}, member_id, channel_id, due_at, gather, ${isUrgent(alert)} from planned
      on conflict (alert_id, channel_id) do nothing returning channel_id, due_at)
    update app.channel c set next_at = least(c.next_at, greatest(w.due_at, c.not_before))
    from waits w where c.id = w.channel_id`
}

async function fanOutIn(tx: Db, { now, limit }: FanOut): Promise<number> {
  const [cursor] = await tx<{ seq: number }[]>`
    select seq::float8 as seq from app.notify_cursor for update skip locked`
  if (!cursor) return 0
  const alerts = await readAlerts(tx, { after: cursor.seq, limit })
  const clockOf = keepClocks()
  for (const [nth, alert] of alerts.entries())
    await write(tx, alert, plan(alert, await recipientsOf(tx, alert, now), { now, nth, clockOf }))
  const last = alerts.at(-1)
  if (!last) return 0
  await tx`update app.notify_cursor set seq = ${last.seq}`
  await tx`select pg_notify('delivery', '')`
  return alerts.length
}

/**
 * Hands the next alerts of the log out: a delivery for every channel of every member whom it is for, and the cursor, in one
 * transaction. Any number of processes may; while one does, the others do nothing.
 * @returns how many alerts; fewer than `limit` when there is nothing left for this process to do
 */
export async function fanOut(sql: Sql, options: FanOut): Promise<number> {
  return inTransaction(sql, (tx) => fanOutIn(tx, options))
}
