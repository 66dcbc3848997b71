import { uuidv7 } from '../../core/id.ts'
import { FULL, refill } from '../../core/manners/budget.ts'
import { LEASE_MS, LINE_MS, mayEnter, PLACE_MS, type Waiting } from '../../core/manners/entry.ts'
import type { Admitted } from '../../core/manners/gate.ts'
import { rankOf, type Visitor } from '../../core/manners/visitor.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { lockOrigin } from './row.ts'

async function makeOrigin(tx: Db, origin: string): Promise<void> {
  await tx`
    insert into app.shop_origin (origin, tokens, counted_at) values (${origin}, ${FULL}, clock_timestamp())
    on conflict do nothing`
}

type Queuing = { origin: string; visitor: Visitor; now: number }

/** Takes a place in line, or shows that it is still wanted. @returns how many go before */
async function queue(tx: Db, { origin, visitor, now }: Queuing): Promise<number> {
  const { id, purpose, order = 0 } = visitor
  const at = tx`to_timestamp(${now / 1000})`
  // Who left the line and comes back comes last.
  const lost = tx`app.shop_visitor.seen_at < ${at} - ${PLACE_MS} * interval '1 ms'`
  await tx`
    insert into app.shop_visitor (origin, visitor, rank, place, since, seen_at)
    values (${origin}, ${id}, ${rankOf(purpose)}, ${order}, ${at}, ${at})
    on conflict (origin, visitor) do update set rank = excluded.rank, place = excluded.place,
      since = case when ${lost} then excluded.since else app.shop_visitor.since end, seen_at = excluded.seen_at`
  const [ahead] = await tx<{ count: number }[]>`
    select count(*)::int4 as count from app.shop_visitor one join app.shop_visitor mine using (origin)
    where origin = ${origin} and mine.visitor = ${id} and one.seen_at >= ${at} - ${LINE_MS} * interval '1 ms'
      and (one.rank, one.place, one.since, one.visitor) < (mine.rank, mine.place, mine.since, mine.visitor)`
  return ahead?.count ?? 0
}

async function admit(tx: Db, { origin, visitor, now }: Queuing): Promise<string> {
  const lease = uuidv7()
  await tx`
    update app.shop_origin set lease = ${lease}, until = to_timestamp(${(now + LEASE_MS) / 1000})
    where origin = ${origin}`
  await tx`
    delete from app.shop_visitor where origin = ${origin}
      and (visitor = ${visitor.id} or seen_at < to_timestamp(${now / 1000}) - interval '1 hour')`
  return lease
}

/**
 * Asks to go in, once. Who may not keeps a place in line for PLACE_MS; others go before after LINE_MS.
 * @param origin as core/manners/gate-name.ts writes it
 */
export async function askOrigin(sql: Sql, origin: string, visitor: Visitor): Promise<Admitted | Waiting> {
  return inTransaction(sql, async (tx) => {
    await makeOrigin(tx, origin)
    const state = await lockOrigin(tx, origin)
    if (!state) throw new Error(`the row of ${origin} is gone`)
    const { now, budget, robots } = state
    const ahead = await queue(tx, { origin, visitor, now })
    const entry = mayEnter(state, { purpose: visitor.purpose, ahead, now })
    if (entry.kind === 'wait') return entry
    const lease = await admit(tx, { origin, visitor, now })
    return { kind: 'in', key: { origin, lease }, budget: refill(budget, now), robots }
  })
}
