import { isAtLeast } from '../../core/member/role.ts'
import type { Db } from '../client.ts'
import { readableGroups } from '../groups/may.ts'
import { roleOf } from '../members/role.ts'
import { seesTrade } from '../trades/load.ts'

/** A photo: where its picture is, and for whom. */
export type FoundPhoto = {
  /** In its row, of photos of before; else null, and in the store. */
  webp: Uint8Array | null
  memberId: string
  /** Why not everybody sees it: nothing shows it yet, what shows it is hidden, or it is in a group. */
  isLoose: boolean
  isHidden: boolean
  groupId: string | null
  /** It is evidence of this trade, for its sides and whoever decides its dispute. */
  tradeId: string | null
}

/** Undefined when there is no such photo, or its member took it along. */
export async function findPhoto(db: Db, id: string): Promise<FoundPhoto | undefined> {
  const [row] = await db<FoundPhoto[]>`
    select f.webp, f.member_id as "memberId", p.group_id as "groupId", e.trade_id as "tradeId",
      p.id is null and r.restock_id is null as "isLoose", p.hidden_at is not null as "isHidden"
    from app.photo f
    left join app.restock_photo r on r.photo_id = f.id
    left join app.trade_photo e on e.photo_id = f.id
    left join app.post_photo s on s.photo_id = f.id left join app.post p on p.id = s.post_id
    where f.id = ${id}`
  return row
}

/** Whether a photo is shown to whoever asks for it. */
export function isPublic({ isLoose, isHidden, groupId, tradeId }: FoundPhoto): boolean {
  if (tradeId !== null) return false
  return !isLoose && !isHidden && groupId === null
}

type Seeing = { photo: FoundPhoto; memberId: string | null; now: Date }

/**
 * Whether somebody (null: not signed in) sees a photo that not everybody does: one's own, one in a group that they may read;
 * moderators also what is hidden.
 */
export async function seesPhoto(db: Db, { photo, memberId, now }: Seeing): Promise<boolean> {
  const { isLoose, isHidden, groupId, tradeId } = photo
  if (photo.memberId === memberId) return true
  if (tradeId !== null) return memberId !== null && (await seesTrade(db, { id: tradeId, memberId, now }))
  if (isHidden) return memberId !== null && isAtLeast(await roleOf(db, memberId), 'moderator')
  if (isLoose || groupId === null) return false
  return (await readableGroups(db, { groupIds: [groupId], memberId, now })).has(groupId)
}
