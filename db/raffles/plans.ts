import type { Prize } from '../../core/raffle/prize.ts'
import type { RafflePlan } from '../../core/raffle/shape.ts'
import { type mirroredStates, raffleState } from '../../core/raffle/states.ts'
import type { RelayProblem } from '../../core/relay/status.ts'
import type { Db } from '../client.ts'

type Row = {
  id: string
  title: string
  prizes: Prize[]
  price: bigint
  tier: number
  winners: number
  created_at: Date
  closes_at: Date
  withdrawn_at: Date | null
  refusal: RelayProblem | null
  has_call: boolean
  raffle_id: bigint | null
  state: (typeof mirroredStates)[number] | null
}

function toPlan({ withdrawn_at, refusal, has_call, raffle_id, state, ...row }: Row, now: Date): RafflePlan {
  const mirrored = state && { state, closesAt: row.closes_at }
  const plan = { isWithdrawn: withdrawn_at !== null, refusal, hasCall: has_call }
  return {
    ...row,
    price: String(row.price),
    created_at: row.created_at.toISOString(),
    closes_at: row.closes_at.toISOString(),
    state: raffleState({ mirrored, plan, now }),
    raffle_id: raffle_id === null ? null : String(raffle_id),
    problem: mirrored ? null : refusal,
  }
}

/** What operators described, the newest first. */
export async function listPlans(
  db: Db,
  { now, id, limit }: { now: Date; id?: string | undefined; limit: number },
): Promise<RafflePlan[]> {
  const rows = await db<Row[]>`
    select p.id, p.title, p.prizes, p.price, p.tier, p.winners, p.created_at, p.closes_at, p.withdrawn_at, p.refusal,
      exists (select from app.raffle_call c where c.plan_id = p.id) as has_call, r.raffle_id, r.state
    from app.raffle_plan p left join lateral (
      select raffle_id, state from chain.raffle_now r where r.prize_hash = p.prize_hash
        order by raffle_id limit 1) r on true
    where ${id === undefined ? db`true` : db`p.id = ${id}`} order by p.id desc limit ${limit}`
  return rows.map((row) => toPlan(row, now))
}
