import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { ClosetInput } from '../../core/trade/input.ts'
import { MOST_CLOSET } from '../../core/trade/limits.ts'
import type { ClosetItem } from '../../core/trade/shape.ts'
import { sneakerJson } from '../catalog/json.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { requireKnown } from '../posts/catalog.ts'
import { requireTradeWords } from '../trades/offer.ts'
import { inTransaction } from '../transaction.ts'

type Row = Omit<ClosetItem, 'added_at'> & { added_at: Date }

/** What a member has and wants, what came last first. */
export async function listCloset(db: Db, memberId: string): Promise<ClosetItem[]> {
  const rows = await db<Row[]>`
    select i.id, i.side, i.size, i.condition, i.note, i.added_at, ${sneakerJson(db)} as sneaker
    from app.closet_item i join app.sneaker sneaker on sneaker.id = i.sneaker_id
    where i.member_id = ${memberId} order by i.id desc`
  return rows.map((row) => ({ ...row, added_at: row.added_at.toISOString() }))
}

export type Closeting = { memberId: string; input: ClosetInput; now: Date }

async function requireRoom(tx: Db, memberId: string): Promise<void> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from app.closet_item where member_id = ${memberId}`
  if ((row?.count ?? 0) < MOST_CLOSET) return
  throw new Final({
    code: 'closet.full',
    message: `There are ${MOST_CLOSET} things in your closet.`,
    fix: 'Take something out first.',
  })
}

async function put(tx: Db, { memberId, input, now }: Closeting): Promise<void> {
  await lockMember(tx, memberId)
  await requireRoom(tx, memberId)
  await requireKnown(tx, { storeId: null, sneakerIds: [input.sneaker_id] })
  await requireTradeWords(tx, { memberId, text: input.note ?? '', now })
  const condition = input.side === 'have' ? input.condition : null
  await tx`
    insert into app.closet_item (id, member_id, side, sneaker_id, size, condition, note, added_at)
    values (${uuidv7(now.getTime())}, ${memberId}, ${input.side}, ${input.sneaker_id}, ${input.size}, ${condition},
      ${input.note ?? null}, ${now})
    on conflict (member_id, side, sneaker_id, size) do update
      set condition = excluded.condition, note = excluded.note`
}

/**
 * Puts a pair into the closet, had or wanted; the same pair in the same size is changed.
 * @throws Final `closet.full`, `catalog.unknown`, as `requireTradeWords`, `auth.required`
 */
export async function putInCloset(sql: Sql, closeting: Closeting): Promise<void> {
  await inTransaction(sql, (tx) => put(tx, closeting))
}

/** Takes a thing out. @throws Final `closet.not-found` */
export async function takeFromCloset(
  db: Db,
  { id, memberId }: { id: string; memberId: string },
): Promise<void> {
  const { count } = await db`delete from app.closet_item where id = ${id} and member_id = ${memberId}`
  if (count === 1) return
  throw new Final({
    code: 'closet.not-found',
    message: 'This is not in your closet.',
    fix: 'Load your closet again.',
  })
}
