import { writeAlert } from '../alerts/write.ts'
import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'

/** A drop that opened longer ago, while nobody was there to tell of it, is no news. */
const NEWS_MS = 3_600_000

type Opened = { dropId: string; sneakerId: string; storeId: string }

/** Puts every drop that has opened into the log of alerts, once. @returns how many */
export async function announceDrops(sql: Sql, now: Date): Promise<number> {
  return inTransaction(sql, async (tx) => {
    const opened = await tx<Opened[]>`
      with told as (
        insert into app.drop_told (drop_id)
        select id from app.drop d where opens_at <= ${now} and opens_at > ${new Date(now.getTime() - NEWS_MS)}
          and not exists (select from app.drop_told t where t.drop_id = d.id)
        on conflict do nothing returning drop_id)
      select d.id as "dropId", d.sneaker_id as "sneakerId", d.store_id as "storeId"
      from app.drop d join told on told.drop_id = d.id order by d.opens_at, d.id`
    for (const drop of opened) await writeAlert(tx, { kind: 'drop', ...drop })
    return opened.length
  })
}
