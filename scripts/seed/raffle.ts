import { karma } from '../../core/karma/amount.ts'
import type { Sql } from '../../db/client.ts'
import { planRaffle } from '../../db/raffles/plan.ts'
import { listPlans } from '../../db/raffles/plans.ts'

/** Long enough for who comes a while after the start, short enough to see the draw in one sitting. */
const OPEN_MS = 45 * 60_000

/** One raffle of the demo's takes entries, or did within this start. */
export async function seedRaffle(sql: Sql, now: Date, memberId: string | undefined): Promise<void> {
  const [last] = await listPlans(sql, { now, limit: 1 })
  if (!memberId || (last && Date.parse(last.closes_at) > now.getTime())) return
  const input = {
    title: 'The demo pair',
    text: 'Report a pair, have it confirmed, and spend what you earned on a ticket. It is a test chain: nothing is sent.',
    prizes: [{ title: 'Bragging rights', count: 2 }],
    ...{ price: String(karma(5)), tier: 0, closes_at: new Date(now.getTime() + OPEN_MS).toISOString() },
  }
  await planRaffle(sql, { memberId, input, now })
}
