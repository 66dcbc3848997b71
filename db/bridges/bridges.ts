import { type Bridge, type BridgeInput, MOST_BRIDGES } from '../../core/group/bridge.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import { channelNotFound } from '../channels/remove.ts'
import { type ChannelRow, toChannel } from '../channels/row.ts'
import { writeChannelIn } from '../channels/write.ts'
import type { Db, Sql } from '../client.ts'
import { type Asked, lockAsModerator, readGroup } from '../groups/load.ts'
import { notYours, tooMany } from '../groups/refuse.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { endBridgesOf } from './end.ts'

type Row = ChannelRow & { made_by: string | null }

async function bridgesOf(db: Db, groupId: string): Promise<Bridge[]> {
  const rows = await db<Row[]>`
    select c.id, c.kind, c.label, c.host, c.created_at, c.sent_at, c.problem, c.ended_at, who.username as made_by
    from app.channel c join app.member who on who.id = c.member_id
    where c.group_id = ${groupId} order by c.id`
  return rows.map(({ made_by, ...row }) => {
    const { kind: _, ...channel } = toChannel(row)
    return { ...channel, made_by }
  })
}

/** Where a group's alerts go beside its members' own channels. @throws Final `group.not-found`, `group.role` */
export async function listBridges(db: Db, asked: Asked): Promise<Bridge[]> {
  const group = await readGroup(db, asked)
  if (!group.mine.may.moderate) throw notYours('moderators')
  return bridgesOf(db, group.id)
}

type Adding = Asked & { memberId: string; input: BridgeInput }

async function add(tx: Db, ring: KeyRing, { input, memberId, ...asked }: Adding): Promise<Bridge> {
  // As members are deleted: their own row first, then their groups.
  await lockMember(tx, memberId)
  const { id: groupId } = await lockAsModerator(tx, { ...asked, memberId })
  const address = { kind: 'discord' as const, url: input.url }
  const { id } = await writeChannelIn(tx, ring, { memberId, label: input.label, address, groupId })
  const bridges = await bridgesOf(tx, groupId)
  if (bridges.length > MOST_BRIDGES)
    throw tooMany(`This group has ${MOST_BRIDGES} bridges already.`, 'Take one of them down first.')
  const bridge = bridges.find((each) => each.id === id)
  if (!bridge) throw new Error('a bridge that was just built is there')
  return bridge
}

/**
 * Sends a group's alerts to a Discord channel too, until its maker is no moderator any more. The same address once more is the
 * bridge that is there. The address goes into the vault, under its maker's key.
 * @throws Final `group.not-found`, `group.role`, `group.too-many`, `auth.required` of a member who has left, `vault.*`
 */
export async function addBridge(sql: Sql, ring: KeyRing, adding: Adding): Promise<Bridge> {
  return inTransaction(sql, (tx) => add(tx, ring, adding))
}

type One = Asked & { id: string }

/** @throws Final `group.not-found`, `group.role`, `channel.not-found` */
export async function removeBridge(sql: Sql, { id, ...asked }: One): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const { id: groupId } = await lockAsModerator(tx, asked)
    if ((await endBridgesOf(tx, { groupId, id })) === 0) throw channelNotFound()
  })
}

/** A bridge that the reader may try. @throws Final `group.not-found`, `group.role`, `channel.not-found` */
export async function requireBridge(db: Db, { id, ...asked }: One): Promise<void> {
  const bridges = await listBridges(db, asked)
  if (!bridges.some((bridge) => bridge.id === id)) throw channelNotFound()
}
