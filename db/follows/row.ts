import type { Follow } from '../../core/follow/shape.ts'

export type FollowRow = Omit<Follow, 'created_at'> & { created_at: Date }

export const followColumns = 'id, sneaker_id, size, store_id, cells, created_at'

export function toFollow(row: FollowRow): Follow {
  return { ...row, created_at: row.created_at.toISOString() }
}
