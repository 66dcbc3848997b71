import { Final } from '../../core/errors.ts'
import type { Db } from '../client.ts'

type Who = { memberId: string; now: Date }

/** The mute that keeps a member from writing, if one does: the one that lasts longest. */
export async function mutedUntil(db: Db, { memberId, now }: Who): Promise<Date | null> {
  const [row] = await db<{ until: Date | null }[]>`
    select max(until_at) as until from app.silence
      where member_id = ${memberId} and until_at > ${now} and lifted_at is null`
  return row?.until ?? null
}

/**
 * Whatever others would see of a member is not taken from one whom moderators muted.
 * @throws Final `moderation.muted`
 */
export async function requireVoice(db: Db, who: Who): Promise<void> {
  const until = await mutedUntil(db, who)
  if (!until) return
  throw new Final({
    code: 'moderation.muted',
    message: `Moderators muted you until ${until.toISOString()}: you can read, and write nothing until then.`,
    fix: 'The reason, and the way to appeal, is in your settings under "Conduct".',
  })
}
