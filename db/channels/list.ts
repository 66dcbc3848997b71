import type { Channel } from '../../core/channel/shape.ts'
import type { Db } from '../client.ts'
import { type ChannelRow, channelColumns, toChannel } from './row.ts'

/** Where a member hears of things, in the order they were added. Bridges of their groups are none of these. */
export async function listChannels(db: Db, memberId: string): Promise<Channel[]> {
  const rows = await db<ChannelRow[]>`
    select ${db.unsafe(channelColumns)} from app.channel where member_id = ${memberId} and group_id is null order by id`
  return rows.map(toChannel)
}
