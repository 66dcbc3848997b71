import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { RestockReport } from '../../core/restock/shape.ts'
import { writeAward } from '../awards/write.ts'
import type { Db, Sql } from '../client.ts'
import { notifyApp } from '../events.ts'
import { lockMember } from '../members/lock.ts'
import { storePlace } from '../places/place.ts'
import { inTransaction } from '../transaction.ts'

export type ReportRestock = { memberId: string; report: RestockReport; now: Date }

/** The same pair, size and shop is one restock for this long. */
const FRESH_MINUTES = 30

/** "09" and "9" are one size. */
function plainSize(size: string): string {
  return size.replace(/^0(?=\d)/, '')
}

/** @throws Final `catalog.unknown`; returns the currency that a price without one is in. */
async function requirePlace(tx: Db, { sneaker_id, store_id }: RestockReport): Promise<string> {
  const [found] = await tx<{ currency: string }[]>`
    select sneaker.currency from app.sneaker sneaker, app.store store
      where sneaker.id = ${sneaker_id} and store.id = ${store_id}`
  if (found) return found.currency
  throw new Final({
    code: 'catalog.unknown',
    message: 'This sneaker or this store is not in the catalogue.',
    fix: 'Choose both from the lists and report again.',
  })
}

/** Two who report the same restock at once take turns: the second one sees the first one's row. */
async function refuseTwice(tx: Db, { memberId, report, now }: ReportRestock): Promise<void> {
  const { sneaker_id, store_id } = report
  const size = plainSize(report.size)
  await tx`select pg_advisory_xact_lock(hashtextextended(${`restock ${sneaker_id} ${store_id} ${size}`}, 0))`
  const since = new Date(now.getTime() - FRESH_MINUTES * 60_000)
  const [same] = await tx<{ id: string; reported_by: string; username: string }[]>`
    select r.id, r.reported_by, coalesce(m.username, 'Someone') as username from app.restock r join app.member m on m.id = r.reported_by
      where sneaker_id = ${sneaker_id} and store_id = ${store_id} and size = ${size} and reported_at > ${since}
      order by reported_at desc limit 1`
  if (!same) return
  const mine = same.reported_by === memberId
  throw new Final({
    code: 'restock.already-reported',
    message: `${mine ? 'You' : same.username} already reported this restock in the last ${FRESH_MINUTES} minutes.`,
    fix: mine ? 'Wait for another member to confirm it.' : `Confirm it instead: it is restock ${same.id}.`,
    cause: { restock_id: same.id },
  })
}

async function report(tx: Db, input: ReportRestock): Promise<string> {
  const { memberId, now } = input
  const { sneaker_id, store_id, size, price_minor, currency, note } = input.report
  // A deletion under way would not see the note and the award that come after it.
  await lockMember(tx, memberId)
  const usual = await requirePlace(tx, input.report)
  await refuseTwice(tx, input)
  await storePlace(tx, store_id)
  const id = uuidv7(now.getTime())
  await tx`insert into app.restock ${tx({
    id,
    sneaker_id,
    store_id,
    size: plainSize(size),
    price_minor: price_minor ?? null,
    currency: price_minor === undefined ? null : (currency ?? usual),
    note: note || null,
    reported_by: memberId,
    reported_at: now,
  })}`
  await writeAward(tx, { rule: 'restock.report', memberId, sourceId: id, now })
  await notifyApp(tx, { kind: 'restock', restock_id: id })
  return id
}

/**
 * A member saw this pair in this size at this store. The report, its award (unconfirmed) and the news of it are one
 * transaction.
 * @returns the restock's id
 * @throws Final `catalog.unknown`, `restock.already-reported`, `auth.required` of a member who has left
 */
export async function reportRestock(sql: Sql, input: ReportRestock): Promise<string> {
  return inTransaction(sql, (tx) => report(tx, input))
}
