import { Final } from '../../core/errors.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'

async function revive(tx: Db, which: string | 'all', now: Date): Promise<number> {
  const one = which === 'all' ? tx`` : tx`and d.id = ${which}`
  // Channels first and in one order, as whoever hands out or sends locks them.
  await tx`
    select from app.channel c where ended_at is null
      and exists (select from app.delivery d where d.channel_id = c.id and d.state = 'dead' ${one})
    order by c.id for no key update`
  const rows = await tx<{ channel_id: string }[]>`
    update app.delivery d set state = 'waiting', tries = 0, ended_at = null, due_at = least(d.due_at, ${now})
    from app.channel c where c.id = d.channel_id and c.ended_at is null and d.state = 'dead' ${one}
    returning d.channel_id`
  await tx`
    update app.channel set next_at = ${now}, not_before = ${now}, failures = 0
    where id = any(${rows.map(({ channel_id }) => channel_id)})`
  if (rows.length > 0) await tx`select pg_notify('delivery', '')`
  return rows.length
}

async function requireDead(tx: Db, id: string): Promise<void> {
  const [row] = await tx<{ state: string }[]>`select state from app.delivery where id = ${id}`
  if (!row)
    throw new Final({
      code: 'delivery.not-found',
      message: `There is no delivery ${id}.`,
      fix: 'List them: npm run deliveries -- dead',
    })
  throw new Final({
    code: 'delivery.replay',
    message: row.state === 'dead' ? 'Its channel is gone.' : `It is ${row.state}, not dead.`,
    fix: 'Nothing is to be sent again.',
  })
}

/**
 * Has dead deliveries tried again, from the first try on and under the name that the receiver knows them by.
 * @param which the id of one, or all whose channel is still there
 * @returns how many
 * @throws Final `delivery.not-found`, `delivery.replay` of one
 */
export async function replayDeliveries(sql: Sql, which: string | 'all', now: Date): Promise<number> {
  return inTransaction(sql, async (tx) => {
    const count = await revive(tx, which, now)
    if (count === 0 && which !== 'all') await requireDead(tx, which)
    return count
  })
}
