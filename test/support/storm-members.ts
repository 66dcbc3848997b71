import type { AlertFilter } from '../../core/alert/filter.ts'
import { matches } from '../../core/alert/match.ts'
import type { Alert } from '../../core/alert/shape.ts'
import type { Address } from '../../core/channel/shape.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import { writeChannel } from '../../db/channels/write.ts'
import type { Sql } from '../../db/client.ts'
import { addFollow } from '../../db/follows/add.ts'
import { addMember } from './members.ts'
import { WEBHOOK_SECRET } from './notify.ts'
import type { Post } from './storm-post.ts'

/** Where a member hears of what they follow; `name` is the receiver's. */
export type Follower = { name: string; channelId: string; filter: AlertFilter }
type Delivery = { alert_id: string; message_id: string | null; state: string }

/** Members who follow something each, and hear of it by a webhook, in a browser and at Discord. */
export async function addFollowers(
  sql: Sql,
  { ring, post }: { ring: KeyRing; post: Post },
  filters: readonly AlertFilter[],
): Promise<Follower[]> {
  const followers: Follower[] = []
  for (const [nth, filter] of filters.entries()) {
    const { id: memberId } = await addMember(sql, `follower_${nth}`)
    await addFollow(sql, { memberId, filter })
    const [hook, push, discord] = [`hook${nth}`, `push${nth}`, `discord${nth}`]
    const addresses: [string, Address][] = [
      [hook, { kind: 'webhook', url: post.url(hook), secret: WEBHOOK_SECRET }],
      [push, { kind: 'web-push', ...post.browser(push) }],
      [discord, { kind: 'discord', url: post.url(discord) }],
    ]
    for (const [name, address] of addresses) {
      const { id: channelId } = await writeChannel(sql, ring, { memberId, label: name, address })
      followers.push({ name, channelId, filter })
    }
  }
  return followers
}

/** By what a receiver knows a message: Discord by the restock that it leads to. */
function knownBy(name: string, log: readonly Alert[]) {
  if (!name.startsWith('discord')) return ({ message_id }: Delivery) => message_id ?? ''
  const restocks = new Map(log.map((alert) => [alert.id, alert.kind === 'restock' ? alert.restock_id : '']))
  return ({ alert_id, message_id }: Delivery) => (message_id === null ? '' : (restocks.get(alert_id) ?? ''))
}

/** What a follower was not told of, was told of for nothing, or is said to have been told of and was not: in words. */
export async function wrongPost(
  sql: Sql,
  { post, log }: { post: Post; log: readonly Alert[] },
  { name, channelId, filter }: Follower,
): Promise<string[]> {
  const rows = await sql<Delivery[]>`
    select alert_id, message_id, state from app.delivery where channel_id = ${channelId}`
  const due = new Set(log.filter((alert) => matches(filter, alert)).map(({ id }) => id))
  const [taken, nameOf] = [post.takenBy(name), knownBy(name, log)]
  const open = rows.filter(({ state }) => state !== 'sent' && state !== 'dead').length
  const unheard = rows.filter((row) => row.state === 'sent' && !taken.has(nameOf(row))).length
  const strange = rows.filter(({ alert_id }) => !due.delete(alert_id)).length
  const known = new Set(rows.map(nameOf))
  const invented = [...taken].filter((id) => !known.has(id)).length
  const wrong: [number, string][] = [
    [open, 'alerts are still on their way'],
    [unheard, 'alerts are called sent and never arrived'],
    [strange, 'alerts were not for it, or are in no log'],
    [due.size, 'alerts were not handed out to it'],
    [invented, 'messages that nobody sent'],
  ]
  return wrong.flatMap(([count, what]) => (count > 0 ? [`${name}: ${count} ${what}`] : []))
}
