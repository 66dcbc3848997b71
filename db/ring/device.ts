import { ringRules } from '../../core/karma/ring/constants.ts'
import { before } from '../../core/karma/ring/since.ts'
import type { Db } from '../client.ts'

/** A browser that a member signed in from. */
export type Seen = {
  memberId: string
  /** Keyed hash of its cookie, 32 bytes. */
  mark: Buffer
  now: Date
}

/** Remembers the browser, unless the member is leaving, and forgets those that nobody signed in from lately. */
export async function seeDevice(db: Db, { memberId, mark, now }: Seen): Promise<void> {
  await db`delete from app.device where seen_at < ${before(now, ringRules.tieDays)}`
  await db`
    insert into app.device (mark, member_id, first_at, seen_at)
    select ${mark}, m.id, ${now}, ${now} from (
      select id from app.member where id = ${memberId} and deleted_at is null for share) m
    on conflict (mark, member_id) do update set seen_at = excluded.seen_at`
}
