import { Final } from '../../core/errors.ts'
import type { CaseKind } from '../../core/moderation/things.ts'
import type { Db } from '../client.ts'
import { keepers } from './things/keepers.ts'
import type { CaseOfThing } from './things/thing.ts'

/** A case under its lock, and its post's or thing's before it. */
export type Taken = CaseOfThing & {
  id: string
  postId: string | null
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

/** What a case is about is locked before the case, as those do who report or vote. */
export async function lockAbout(tx: Db, caseId: string): Promise<void> {
  await tx`
    select 1 from app.post p where id = (select post_id from app.mod_case where id = ${caseId}) for no key update`
  const [about] = await tx<{ kind: CaseKind; thingId: string | null }[]>`
    select kind, thing_id as "thingId" from app.mod_case where id = ${caseId}`
  if (about && about.kind !== 'post' && about.thingId) await keepers[about.kind].lock(tx, about.thingId)
}

/**
 * An undecided case for a moderator, under the locks of what it is about and its own.
 * @throws Final `moderation.not-found`, `moderation.decided`, `moderation.own` where it is about oneself
 */
export async function takeCase(tx: Db, { id, by }: { id: string; by: string }): Promise<Taken> {
  await lockAbout(tx, id)
  const [found] = await tx<Taken[]>`
    select id, kind, post_id as "postId", thing_id as "thingId", quote, member_id as "memberId", hides, claimed_by as "claimedBy",
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
