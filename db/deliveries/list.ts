import type { Channel } from '../../core/channel/shape.ts'
import type { Db } from '../client.ts'

export type DeadDelivery = {
  id: string
  alert_id: string
  /** Of the alert. */
  kind: string
  channel: Channel['kind'] | null
  /** Of the channel's address; null when the channel is gone. */
  host: string | null
  /** Null of a member who left. */
  username: string | null
  tries: number
  problem: string
  ended_at: Date
}

/** Deliveries that nobody tries again, newest first. @param limit how many at most */
export async function listDeadDeliveries(db: Db, limit: number): Promise<DeadDelivery[]> {
  return db<DeadDelivery[]>`
    select d.id, d.alert_id, n.content ->> 'kind' as kind, c.kind as channel, c.host, m.username, d.tries, d.problem,
      d.ended_at
    from app.delivery d join app.notice n using (alert_id) join app.member m on m.id = d.member_id
      left join app.channel c on c.id = d.channel_id
    where d.state = 'dead' order by d.ended_at desc, d.id limit ${limit}`
}
