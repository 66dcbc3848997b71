import { later } from '../../core/auth/lifetime.ts'
import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { AppealInput, ModAppeal } from '../../core/moderation/shape.ts'
import type { Db, Sql } from '../client.ts'
import { featureNow } from '../features/now.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { type AppealRow, appealColumns, toAppeal } from './appeal-row.ts'

export type Appealing = { memberId: string; input: AppealInput; now: Date }
type Decided = { case_id: string | null; silence_id: string | null; at: Date }

/** What a member can appeal: their post that was taken down, and a mute that is no strike's. */
async function findDecision(tx: Db, { memberId, input }: Appealing): Promise<Decided> {
  const [found] =
    'case_id' in input
      ? await tx<Decided[]>`
          select id as case_id, null as silence_id, resolved_at as at from app.mod_case
            where id = ${input.case_id} and member_id = ${memberId} and outcome = 'removed'`
      : await tx<Decided[]>`
          select null as case_id, id as silence_id, from_at as at from app.silence
            where id = ${input.mute_id} and member_id = ${memberId} and strike_id is null`
  if (found) return found
  throw new Final({
    code: 'moderation.not-found',
    message: 'There is no such decision about you.',
    fix: 'Appeal what your settings list under "Conduct"; a mute that came with a strike goes with its post.',
  })
}

async function appeal(tx: Db, appealing: Appealing): Promise<ModAppeal> {
  const { memberId, input, now } = appealing
  await lockMember(tx, memberId)
  const { at, ...about } = await findDecision(tx, appealing)
  const days = await featureNow(tx, 'app.appeals.days')
  if (later(at, days * 86_400) < now)
    throw new Final({
      code: 'moderation.too-late',
      message: `This was decided more than ${days} days ago.`,
      fix: `A strike ends by itself after ${await featureNow(tx, 'app.strikes.days')} days.`,
    })
  const [row] = await tx<AppealRow[]>`
    insert into app.mod_appeal as a (id, member_id, text, created_at, case_id, silence_id)
      values (${uuidv7(now.getTime())}, ${memberId}, ${input.text}, ${now}, ${about.case_id}, ${about.silence_id})
      on conflict do nothing returning ${tx.unsafe(appealColumns)}`
  if (row) return toAppeal(row)
  throw new Final({
    code: 'moderation.appealed',
    message: 'You have appealed this already.',
    fix: 'The answer comes to your settings, under "Conduct".',
  })
}

/**
 * Says that a decision was wrong, once; another moderator decides.
 * @throws Final `moderation.not-found`, `moderation.too-late`, `moderation.appealed`, `auth.required` of who has left
 */
export async function openModAppeal(sql: Sql, appealing: Appealing): Promise<ModAppeal> {
  return inTransaction(sql, (tx) => appeal(tx, appealing))
}
