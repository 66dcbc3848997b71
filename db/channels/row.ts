import type { Channel } from '../../core/channel/shape.ts'

export type ChannelRow = Omit<Channel, 'created_at' | 'sent_at' | 'ended'> & {
  created_at: Date
  sent_at: Date | null
  ended_at: Date | null
}

export const channelColumns = 'id, kind, label, host, created_at, sent_at, problem, ended_at'

export function toChannel({ ended_at, ...row }: ChannelRow): Channel {
  return {
    ...row,
    created_at: row.created_at.toISOString(),
    sent_at: row.sent_at?.toISOString() ?? null,
    ended: ended_at !== null,
  }
}
