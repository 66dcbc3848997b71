import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Report, ThingReport } from '../../core/moderation/shape.ts'
import type { Db, Sql } from '../client.ts'
import { mayRead, maySee } from '../groups/may.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { ownReport, reportedBefore, writeReport } from './report.ts'
import { keepers } from './things/keepers.ts'
import type { Thing } from './things/thing.ts'

export type ReportingThing = { memberId: string; input: ThingReport; now: Date }

function nothing(): Final {
  return new Final({
    code: 'moderation.not-found',
    message: 'There is nothing like that to report.',
    fix: 'Look again: it may have been taken down or changed meanwhile.',
  })
}

/** What nobody could see, one does not report either. @throws Final `group.not-found`, `group.gate` */
async function requireSight(tx: Db, { groupId }: Thing, { memberId, input, now }: ReportingThing) {
  if (groupId === null) return
  const within = { groupId, memberId, now }
  // Whoever finds a group sees what it says of itself.
  if (input.kind === 'group') await maySee(tx, within)
  else await mayRead(tx, within)
}

/** Of the same words: what its author wrote anew can be reported anew. */
async function refuseSecond(tx: Db, { id, text }: Thing, { memberId }: ReportingThing): Promise<void> {
  const [before] = await tx`
    select 1 from app.post_report r join app.mod_case c on c.id = r.case_id
      where c.thing_id = ${id} and r.member_id = ${memberId} and (c.resolved_at is null or c.quote = ${text})`
  if (before) throw reportedBefore()
}

/** The open case of a thing, opened where there is none. Under the thing's lock: there is never a second one. */
async function openThingCase(
  tx: Db,
  { id: thingId, memberId, text }: Thing,
  { input, now }: ReportingThing,
): Promise<string> {
  const [open] = await tx<{ id: string }[]>`
    select id from app.mod_case
      where thing_id = ${thingId} and member_id is not distinct from ${memberId} and resolved_at is null`
  if (open) return open.id
  const id = uuidv7(now.getTime())
  await tx`insert into app.mod_case ${tx({
    ...{ id, kind: input.kind, thing_id: thingId, member_id: memberId, cause: 'report', quote: text },
    ...{ anonymous: false, hides: false, opened_at: now },
  })}`
  return id
}

async function report(tx: Db, reporting: ReportingThing): Promise<Report> {
  const { memberId, input, now } = reporting
  await lockMember(tx, memberId)
  const thing = await keepers[input.kind].lock(tx, input.id)
  if (!thing) throw nothing()
  await requireSight(tx, thing, reporting)
  if (thing.memberId === memberId) throw ownReport()
  await refuseSecond(tx, thing, reporting)
  return writeReport(tx, { caseId: await openThingCase(tx, thing, reporting), memberId, input, now })
}

/**
 * A member says that an event, a restock's note, a group or a guide should not stand. It is shown until a moderator decided; who
 * reported it is told to nobody.
 * @throws Final `moderation.not-found`, `moderation.own`, `moderation.reported`, `group.not-found`, `group.gate`,
 *   `auth.required` of a member who has left
 */
export async function reportThing(sql: Sql, reporting: ReportingThing): Promise<Report> {
  return inTransaction(sql, (tx) => report(tx, reporting))
}
