import { Final } from '../../core/errors.ts'
import type { Follow, FollowInput } from '../../core/follow/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Db, Sql } from '../client.ts'
import { featureNow } from '../features/now.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { type FollowRow, followColumns, toFollow } from './row.ts'

type Adding = { memberId: string; filter: FollowInput }

async function requireRoom(tx: Db, memberId: string): Promise<void> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int4 as count from app.follow where member_id = ${memberId}`
  const most = await featureNow(tx, 'app.follows')
  if ((row?.count ?? 0) < most) return
  throw new Final({
    code: 'follow.too-many',
    message: `You follow ${row?.count} things already, and ${most} is the most.`,
    fix: 'Stop following one of them first.',
  })
}

async function requireKnown(tx: Db, filter: FollowInput): Promise<void> {
  const [sneaker_id, store_id] = [filter.sneaker_id ?? null, filter.store_id ?? null]
  const [row] = await tx<{ known: boolean }[]>`
    select (${sneaker_id}::uuid is null or exists (select from app.sneaker where id = ${sneaker_id}::uuid))
      and (${store_id}::uuid is null or exists (select from app.store where id = ${store_id}::uuid)) as known`
  if (row?.known) return
  throw new Final({
    code: 'catalog.unknown',
    message: 'This sneaker or this store is not in the catalogue.',
    fix: 'Choose both from the lists.',
  })
}

/** Cells in one order, each once: the same radius is one follow. */
const cellsOf = ({ cells }: FollowInput) => (cells ? [...new Set(cells)].sort() : null)

async function add(tx: Db, { memberId, filter }: Adding): Promise<Follow> {
  const [sneaker_id, size, store_id] = [
    filter.sneaker_id ?? null,
    filter.size ?? null,
    filter.store_id ?? null,
  ]
  const cells = cellsOf(filter)
  await lockMember(tx, memberId)
  const [same] = await tx<FollowRow[]>`
    select ${tx.unsafe(followColumns)} from app.follow where member_id = ${memberId}
      and sneaker_id is not distinct from ${sneaker_id}::uuid and size is not distinct from ${size}
      and store_id is not distinct from ${store_id}::uuid and cells is not distinct from ${cells}::text[]`
  if (same) return toFollow(same)
  await requireRoom(tx, memberId)
  await requireKnown(tx, filter)
  const [row] = await tx<FollowRow[]>`
    insert into app.follow (id, member_id, sneaker_id, size, store_id, cells)
    values (${uuidv7()}, ${memberId}, ${sneaker_id}, ${size}, ${store_id}, ${cells}::text[])
    returning ${tx.unsafe(followColumns)}`
  if (!row) throw new Error('an insert returns its row')
  return toFollow(row)
}

/**
 * Follows what the filter names; the same filter again is the follow that is there.
 * @throws Final `follow.too-many`, `catalog.unknown`, `auth.required` of a member who has left
 */
export async function addFollow(sql: Sql, adding: Adding): Promise<Follow> {
  return inTransaction(sql, (tx) => add(tx, adding))
}
