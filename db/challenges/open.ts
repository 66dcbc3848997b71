import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Challenge } from '../../core/karma/shape.ts'
import { categoriesOf, lockCategories } from '../awards/lock.ts'
import type { Db, Sql } from '../client.ts'
import { notifyApp } from '../events.ts'
import { rulesNow } from '../karma/effective.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { requireRight } from './right.ts'
import { type ChallengeRow, toChallenge } from './row.ts'

export type OpenChallenge = { restockId: string; memberId: string; reason: string; now: Date }

/** @throws Final `restock.not-found`, `challenge.own` */
async function requireOthers(tx: Db, { restockId, memberId }: OpenChallenge): Promise<void> {
  const [restock] = await tx<{ own: boolean }[]>`
    select r.reported_by = ${memberId}
      or exists (select from app.restock_confirmation c where c.restock_id = r.id and c.member_id = ${memberId}) as own
    from app.restock r where r.id = ${restockId}`
  if (!restock)
    throw new Final({
      code: 'restock.not-found',
      message: 'There is no such restock.',
      fix: 'Go back to the list of restocks; it may have been taken down.',
    })
  if (restock.own)
    throw new Final({
      code: 'challenge.own',
      message: 'You reported or confirmed this restock yourself.',
      fix: 'Tell a moderator that you were wrong.',
    })
}

function closed(): Final {
  return new Final({
    code: 'challenge.closed',
    message:
      'Nothing of this restock can be held: it is not confirmed, or its awards are minted or about to be.',
    fix: 'Of an unconfirmed one nothing is paid; a minted one a moderator can look at.',
  })
}

/**
 * Puts off what is in its challenge window: until a fixed time behind the window's end, however often it is challenged.
 * @returns that time
 */
async function hold(tx: Db, { restockId, now }: OpenChallenge, holdSeconds: number): Promise<Date> {
  await lockCategories(tx, await categoriesOf(tx, restockId))
  const held = await tx<{ member_id: string; matures_at: Date }[]>`
    update app.award set matures_at = ready_at + ${holdSeconds} * interval '1 second'
      where source_id = ${restockId} and matures_at > ${now} and ready_at is not null
        and award_id is null and reversed_at is null
      returning member_id, matures_at`
  if (held.length === 0) throw closed()
  for (const { member_id } of held) await notifyApp(tx, { kind: 'award', member_id })
  return new Date(Math.max(...held.map(({ matures_at }) => matures_at.getTime())))
}

async function open(tx: Db, input: OpenChallenge): Promise<Challenge> {
  const { restockId, memberId, reason, now } = input
  await lockMember(tx, memberId)
  await requireOthers(tx, input)
  const { ruleset } = await rulesNow(tx)
  await requireRight(tx, ruleset, input)
  const until = await hold(tx, input, ruleset.challenges.holdSeconds)
  const [row] = await tx<ChallengeRow[]>`
    insert into app.challenge (id, restock_id, member_id, reason, opened_at, holds_until)
      values (${uuidv7(now.getTime())}, ${restockId}, ${memberId}, ${reason}, ${now}, ${until})
      on conflict (restock_id, member_id) do nothing
      returning id, restock_id, reason, opened_at, holds_until, outcome, note, resolved_at`
  if (row) return toChallenge(row)
  throw new Final({
    code: 'challenge.twice',
    message: 'You challenged this restock before.',
    fix: 'Nothing is left to do: one challenge per member and restock counts.',
  })
}

/**
 * A trusted enough member says that a restock is not true: its awards wait for a moderator, for a bounded time. One
 * transaction.
 * @throws Final `restock.not-found`, `challenge.*`, `auth.required` of a member who has left
 */
export async function openChallenge(sql: Sql, input: OpenChallenge): Promise<Challenge> {
  return inTransaction(sql, (tx) => open(tx, input))
}
