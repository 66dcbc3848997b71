import { Final } from '../../core/errors.ts'
import type { Db } from '../client.ts'

type Act = { memberId: string; postId: string }

/**
 * What names its author is answered and voted on by nobody whom that author blocks. Of what is anonymous this is not
 * asked: the refusal would say who wrote it.
 * @throws Final `block.refused`
 */
export async function requireWelcome(db: Db, { memberId, postId }: Act): Promise<void> {
  const [row] = await db`
    select 1 from app.post p join app.member_block b on b.member_id = p.member_id and b.kind = 'block'
      where p.id = ${postId} and not p.anonymous and b.other_id = ${memberId}`
  if (row) throw unwelcome()
}

/** @throws Final `block.refused` where the one blocks the other, either way */
export async function requireNoBlock(
  db: Db,
  { memberId, otherId }: { memberId: string; otherId: string },
): Promise<void> {
  const [row] = await db`
    select 1 from app.member_block where kind = 'block'
      and (member_id, other_id) in ((${memberId}::uuid, ${otherId}::uuid), (${otherId}::uuid, ${memberId}::uuid))`
  if (row) throw unwelcome()
}

function unwelcome(): Final {
  return new Final({
    code: 'block.refused',
    message: 'One of you blocks the other.',
    fix: 'Look at whom you block in your settings; what others decide is theirs.',
  })
}
