import { alreadyInDraw, type EntryFence, type EntryRecord } from '../../core/raffle-form/fence.ts'
import type { Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'

export type EntrySubject = { memberId: string; draw: string }
type Row = Pick<EntryRecord, 'state' | 'title' | 'outcome'> & { at: Date }

/** The workers' fence: a row per member and draw. The shop's session is not kept. */
export function openEntryFence(sql: Sql, { memberId, draw }: EntrySubject): EntryFence {
  const here = sql`member_id = ${memberId} and draw = ${draw}`
  return {
    read: async () => {
      const [row] = await sql<Row[]>`
        select state, title, outcome, at from app.raffle_form_entry where ${here}`
      return row && { ...row, at: row.at.toISOString(), cookies: [] }
    },
    raise: async ({ title }) => {
      await inTransaction(sql, async (tx) => {
        // The row must be on disk before the click, even on a server tuned to answer early.
        await tx`set local synchronous_commit = on`
        await lockMember(tx, memberId)
        const [raised] = await tx`
          insert into app.raffle_form_entry (member_id, draw, title, state)
          values (${memberId}, ${draw}, ${title}, 'submitting')
          on conflict do nothing returning draw`
        if (!raised) throw alreadyInDraw()
      })
    },
    settle: async (outcome) => {
      if (outcome.kind === 'not-entered') await sql`delete from app.raffle_form_entry where ${here}`
      else {
        const isIn = outcome.kind === 'entered' || outcome.kind === 'already-entered'
        await sql`
          update app.raffle_form_entry set outcome = ${sql.json(outcome)}, state = ${isIn ? 'entered' : 'submitting'}
          where ${here}`
      }
    },
  }
}
