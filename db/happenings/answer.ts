import { Final } from '../../core/errors.ts'
import type { RsvpAnswer } from '../../core/happening/shape.ts'
import type { Db } from '../client.ts'
import { listHappenings } from './list.ts'
import { unknownHappening } from './write.ts'

type Answering = { id: string; memberId: string; answer: RsvpAnswer; now: Date }

/**
 * Says that the member comes, or may; the last word counts.
 * @throws Final `happening.not-found`; `happening.over` of one that has ended or was called off
 */
export async function answerHappening(db: Db, { id, memberId, answer, now }: Answering): Promise<void> {
  const [found] = await listHappenings(db, { id, memberId })
  if (!found) throw unknownHappening()
  const [open] = await listHappenings(db, { id, memberId, from: now })
  if (!open || open.cancelled)
    throw new Final({
      code: 'happening.over',
      message: 'It is over, or was called off.',
      fix: 'Look for another one.',
    })
  await db`
    insert into app.rsvp (happening_id, member_id, answer, answered_at)
    values (${id}, ${memberId}, ${answer}, ${now})
    on conflict (happening_id, member_id) do update
      set answer = excluded.answer, answered_at = excluded.answered_at`
}

/** Takes one's answer back; nothing to do is fine. */
export async function withdrawAnswer(
  db: Db,
  { id, memberId }: { id: string; memberId: string },
): Promise<void> {
  await db`delete from app.rsvp where happening_id = ${id} and member_id = ${memberId}`
}
