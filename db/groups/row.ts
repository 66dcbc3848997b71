import type { GroupAccess } from '../../core/group/shape.ts'
import type { Standing } from '../../core/group/standing.ts'
import type { Db } from '../client.ts'

/** A group as it is kept, and what its reader is to it. */
export type GroupRow = Standing & {
  id: string
  slug: string
  name: string
  about: string
  access: GroupAccess
  city: string | null
  members: number
  created_at: Date
}

/** The columns of a group; the caller adds `where`, which must leave out closed ones, and `order by`. */
export function selectGroup(db: Db, memberId: string | null) {
  return db`
    select g.id, g.slug, g.name, g.about, g.access, g.gate, g.city, g.members, g.created_at,
      mine.role, removal.reason as removed
    from app.cook_group g
    left join app.group_member mine on mine.group_id = g.id and mine.member_id = ${memberId}
    left join app.group_removal removal on removal.group_id = g.id and removal.member_id = ${memberId}`
}

/** By invite: whoever is not in it is not told that it is there. */
export function isSeen(db: Db) {
  return db`g.closed_at is null and g.hidden_at is null and (g.access <> 'invite' or mine.role is not null)`
}
