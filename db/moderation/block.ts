import { Final } from '../../core/errors.ts'
import type { Block, BlockKind } from '../../core/moderation/shape.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { findNamed, type Named } from './mute.ts'

/** Of one member. */
const MOST = 1_000

type Blocking = Named & { memberId: string; kind: BlockKind; now: Date }

async function requireRoom(tx: Db, memberId: string): Promise<void> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from app.member_block where member_id = ${memberId}`
  if ((row?.count ?? 0) < MOST) return
  throw new Final({
    code: 'block.too-many',
    message: `You block and mute ${MOST} members already.`,
    fix: 'Let one of them back in first.',
  })
}

async function block(tx: Db, blocking: Blocking): Promise<void> {
  const { memberId, kind, now } = blocking
  await lockMember(tx, memberId)
  const { id: otherId } = await findNamed(tx, blocking)
  if (otherId === memberId)
    throw new Final({ code: 'block.own', message: 'This is you.', fix: 'Name somebody else.' })
  await requireRoom(tx, memberId)
  await tx`
    insert into app.member_block (member_id, other_id, kind, created_at)
      values (${memberId}, ${otherId}, ${kind}, ${now})
      on conflict (member_id, other_id) do update set kind = excluded.kind`
  if (kind === 'block')
    await tx`
      delete from app.member_follow
        where (follower_id, followed_id) in ((${memberId}, ${otherId}), (${otherId}, ${memberId}))`
}

/**
 * Mutes or blocks a member; the other kind changes what is there. A block ends their following of each other.
 * @throws Final `member.not-found`, `block.own`, `block.too-many`, `auth.required` of a member who has left
 */
export async function blockMember(sql: Sql, blocking: Blocking): Promise<void> {
  await inTransaction(sql, (tx) => block(tx, blocking))
}

/** Lets a member back in; one who was never out stays in. @throws Final `member.not-found` */
export async function unblockMember(
  db: Db,
  { memberId, username }: { memberId: string; username: string },
): Promise<void> {
  const { id } = await findNamed(db, { username })
  await db`delete from app.member_block where member_id = ${memberId} and other_id = ${id}`
}

/** Whom a member blocks and mutes, by name. */
export async function listBlocks(db: Db, memberId: string): Promise<Block[]> {
  const rows = await db<{ username: string; kind: BlockKind; created_at: Date }[]>`
    select m.username, b.kind, b.created_at from app.member_block b join app.member m on m.id = b.other_id
      where b.member_id = ${memberId} and m.deleted_at is null order by lower(m.username)`
  return rows.map(({ created_at, ...row }) => ({ ...row, since: created_at.toISOString() }))
}
