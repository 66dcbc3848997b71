import { Final } from '../../core/errors.ts'
import type { Db } from '../client.ts'

/** A case under its lock, and its post's before it. */
export type Taken = {
  id: string
  postId: string | null
  memberId: string | null
  hides: boolean
  claimedBy: string | null
  claimedUntil: Date | null
  outcome: string | null
}

export function noCase(): Final {
  return new Final({
    code: 'moderation.not-found',
    message: 'There is no such case.',
    fix: 'Look at the queue again.',
  })
}

export function decidedBefore(): Final {
  return new Final({
    code: 'moderation.decided',
    message: 'This was decided before.',
    fix: 'Nothing is left to do.',
  })
}

/**
 * An undecided case for a moderator, under the locks of its post and its own: in the order of those who report or vote.
 * @throws Final `moderation.not-found`, `moderation.decided`, `moderation.own` where it is about oneself
 */
export async function takeCase(tx: Db, { id, by }: { id: string; by: string }): Promise<Taken> {
  await tx`
    select 1 from app.post p where id = (select post_id from app.mod_case where id = ${id}) for no key update`
  const [found] = await tx<Taken[]>`
    select id, post_id as "postId", member_id as "memberId", hides, claimed_by as "claimedBy",
      claimed_until as "claimedUntil", outcome
    from app.mod_case where id = ${id} for no key update`
  if (!found) throw noCase()
  if (found.outcome !== null) throw decidedBefore()
  if (found.memberId === by)
    throw new Final({
      code: 'moderation.own',
      message: 'This is about something of your own.',
      fix: 'Another moderator has to decide it.',
    })
  return found
}

/** Whether another moderator has the case just now. */
export function isOthers(
  { claimedBy, claimedUntil }: Taken,
  { by, now }: { by: string; now: Date },
): boolean {
  return claimedBy !== null && claimedBy !== by && claimedUntil !== null && claimedUntil > now
}

export function othersCase(until: Date | null): Final {
  return new Final({
    code: 'moderation.claimed',
    message: `Another moderator looks at this until ${until?.toISOString() ?? 'it is given back'}.`,
    fix: 'Take another one.',
  })
}
