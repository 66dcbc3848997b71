import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import { mayCloseAt, type PlanInput, prizeHash } from '../../core/raffle/plan.ts'
import { placesOf } from '../../core/raffle/prize.ts'
import { toBytea } from '../bytes.ts'
import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'

export type Planning = { memberId: string; input: PlanInput; now: Date }

/**
 * Writes a raffle down; the draw worker opens it on chain.
 * @returns the plan's id
 * @throws Final `raffle.when`
 */
export async function planRaffle(db: Db, { memberId, input, now }: Planning): Promise<string> {
  const closesAt = new Date(input.closes_at)
  if (!mayCloseAt(closesAt, now))
    throw new Final({
      code: 'raffle.when',
      message: 'A raffle is open for a minute at least and a year at most.',
      fix: 'Choose another time for its close.',
    })
  const { title, text, prizes, price, tier } = input
  const id = uuidv7(now.getTime())
  await db`insert into app.raffle_plan ${db({
    ...{ id, created_by: memberId, created_at: now, title, text, prizes: db.json(prizes), price, tier },
    // The chain counts whole seconds.
    ...{ closes_at: new Date(Math.floor(closesAt.getTime() / 1000) * 1000), winners: placesOf(prizes) },
    prize_hash: toBytea(prizeHash({ id, title, text, prizes })),
  })}`
  await notifyApp(db, { kind: 'raffle', plan_id: id })
  return id
}

/**
 * Calls a raffle off: before it is on chain it is never opened; while it is open the draw worker cancels it. Saying so again
 * changes nothing.
 * @throws Final `raffle.not-found`, `raffle.over`
 */
export async function withdrawPlan(db: Db, { planId, now }: { planId: string; now: Date }): Promise<void> {
  const [plan] = await db<{ is_open: boolean }[]>`
    select p.closes_at > ${now} and not exists (
        select from chain.raffle_now r where r.prize_hash = p.prize_hash and r.state <> 'open') as is_open
      from app.raffle_plan p where p.id = ${planId}`
  if (!plan)
    throw new Final({
      code: 'raffle.not-found',
      message: 'There is no such raffle of ours.',
      fix: 'Choose one of /api/raffles.',
    })
  if (!plan.is_open)
    throw new Final({
      code: 'raffle.over',
      message: 'It takes no entries any more: nobody can call it off now.',
      fix: 'Let it be drawn.',
    })
  await db`update app.raffle_plan set withdrawn_at = coalesce(withdrawn_at, ${now}) where id = ${planId}`
  await notifyApp(db, { kind: 'raffle', plan_id: planId })
}
