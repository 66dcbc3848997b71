import { type Alert, alertShape } from '../../core/alert/shape.ts'
import type { Channel } from '../../core/channel/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Message } from '../../core/notify/message.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'

/** How long a channel is one process's. Longer than a message may take to be sent. */
export const LEASE_MS = 20_000
/** Most alerts of one digest. */
const DIGEST = 100

export type Claim = {
  channelId: string
  memberId: string
  kind: Channel['kind']
  /** Names this claim: whoever comes after it ran out has another. */
  lease: string
  message: Message
}

type Held = Pick<Claim, 'channelId' | 'memberId' | 'kind'>
type Waiting = { id: string; alert_id: string; gather: boolean; message_id: string | null }

async function lease(tx: Db, { lease, limit, now }: Claiming & { lease: string }): Promise<Held[]> {
  return tx<Held[]>`
    with free as (
      select id from app.channel where next_at <= ${now} and lease_until <= ${now} and ended_at is null
      order by next_at limit ${limit} for update skip locked)
    update app.channel c set lease = ${lease}, lease_until = ${new Date(now.getTime() + LEASE_MS)}
    from free where c.id = free.id returning c.id as "channelId", c.member_id as "memberId", c.kind`
}

/** What is to go first, with what goes along with it. */
async function together(tx: Db, channelId: string, now: Date): Promise<Waiting[]> {
  const order = tx`order by urgent desc, due_at, id`
  const due = tx`channel_id = ${channelId} and state = 'waiting' and due_at <= ${now}`
  const [first] = await tx<Waiting[]>`
    select id, alert_id, gather, message_id from app.delivery where ${due} ${order} limit 1`
  if (!first) return []
  if (first.message_id !== null)
    return tx<Waiting[]>`
      select id, alert_id, gather, message_id from app.delivery
      where channel_id = ${channelId} and state = 'waiting' and message_id = ${first.message_id} ${order}`
  if (!first.gather) return [first]
  return tx<Waiting[]>`
    select id, alert_id, gather, message_id from app.delivery where ${due} and gather and message_id is null
    ${order} limit ${DIGEST}`
}

async function contentOf(tx: Db, waiting: Waiting[]): Promise<Alert[]> {
  const rows = await tx<{ content: unknown }[]>`
    select n.content from app.notice n where n.alert_id = any(${waiting.map((one) => one.alert_id)})
    order by (n.content ->> 'seq')::bigint`
  return rows.map(({ content }) => alertShape.parse(content))
}

/** Names the message before it is sent: after a crash the same alerts go out under the same name. */
async function nameIt(tx: Db, waiting: Waiting[]): Promise<string | undefined> {
  const [first] = waiting
  if (!first) return undefined
  if (first.message_id !== null) return first.message_id
  const id = waiting.length === 1 ? first.alert_id : uuidv7()
  await tx`update app.delivery set message_id = ${id} where id = any(${waiting.map((one) => one.id)})`
  return id
}

async function claimIn(tx: Db, claiming: Claiming): Promise<Claim[]> {
  const name = uuidv7()
  const claims: Claim[] = []
  for (const held of await lease(tx, { ...claiming, lease: name })) {
    const waiting = await together(tx, held.channelId, claiming.now)
    const id = await nameIt(tx, waiting)
    if (id) claims.push({ ...held, lease: name, message: { id, alerts: await contentOf(tx, waiting) } })
    else await settle(tx, held.channelId)
  }
  return claims
}

/** Gives a channel back, and says when it is to be looked at again. */
export async function settle(tx: Db, channelId: string): Promise<void> {
  await tx`
    update app.channel c set lease = null, lease_until = to_timestamp(0), next_at = (
      select greatest(min(d.due_at), c.not_before) from app.delivery d where d.channel_id = c.id and d.state = 'waiting'
      having count(*) > 0)
    where c.id = ${channelId}`
}

type Claiming = { limit: number; now: Date }

/**
 * Takes up to `limit` channels for which something is due, and of each what goes first. A channel is one process's until it
 * is given back (finish.ts) or its lease runs out, so that a receiver that hangs holds up nobody but itself.
 */
export async function claimDeliveries(sql: Sql, claiming: Claiming): Promise<Claim[]> {
  return inTransaction(sql, (tx) => claimIn(tx, claiming))
}
