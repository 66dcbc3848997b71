import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'
import { charge, type Pot } from '../karma/budget.ts'
import type { Day } from './cap.ts'
import { recountDay } from './recount.ts'
import { refill } from './refill.ts'
import { type AwardRow, awardColumns, type OpenAward, toAward } from './row.ts'

export type TakingBack = {
  /** Of awards. */
  ids: readonly string[]
  /** The moderator; null: the operator, at the command line. */
  by: string | null
  /** Shown to the member. */
  reason: string
  now: Date
}

/** Only what is not frozen: a batch that is being frozen at this moment is waited for, and wins. */
async function reverseRows(tx: Db, { ids, by, reason, now }: TakingBack): Promise<OpenAward[]> {
  const rows = await tx<AwardRow[]>`
    update app.award set reversed_at = ${now}, reversed_by = ${by}, why = why || ${`Taken back: ${reason}`}::text
      where id = any(${[...ids]}::uuid[]) and award_id is null and reversed_at is null
      returning ${tx.unsafe(awardColumns)}`
  return rows.map(toAward)
}

function unique<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}

async function putBack(tx: Db, awards: readonly OpenAward[]): Promise<Pot[]> {
  const pots: Pot[] = []
  for (const { category, epoch, cappedBy, amount } of awards) {
    if (epoch === null || cappedBy !== null) continue
    await charge(tx, { category, epoch }, -amount)
    pots.push({ category, epoch })
  }
  return unique(pots, ({ category, epoch }) => `${category} ${epoch}`)
}

/**
 * Takes awards back that are not frozen yet, and gives what they held on to those it was kept from: places of the day
 * first, then the budget. Under the locks of their categories.
 * @returns the ids that were taken back
 */
export async function takeBack(tx: Db, taking: TakingBack): Promise<string[]> {
  const { now } = taking
  const reversed = await reverseRows(tx, taking)
  const pots = await putBack(tx, reversed)
  const days: Day[] = reversed.map(({ memberId, rule, createdAt: at }) => ({ memberId, rule, at }))
  for (const day of unique(
    days,
    ({ memberId, rule, at }) => `${memberId} ${rule} ${at.toISOString().slice(0, 10)}`,
  ))
    await recountDay(tx, day, now)
  for (const pot of pots) await refill(tx, pot, now)
  for (const member_id of new Set(reversed.map(({ memberId }) => memberId)))
    await notifyApp(tx, { kind: 'award', member_id })
  return reversed.map(({ id }) => id)
}
