import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import { confidenceOf } from '../../core/restock/confidence.ts'
import type { RestockReport } from '../../core/restock/shape.ts'
import { writeAlert } from '../alerts/write.ts'
import { writeAward } from '../awards/write.ts'
import type { Db, Sql } from '../client.ts'
import { notifyApp } from '../events.ts'
import { lockMember } from '../members/lock.ts'
import { storePlace } from '../places/place.ts'
import { inTransaction } from '../transaction.ts'
import { confirm } from './confirm.ts'
import { type Current, currentRestock, FRESH_MINUTES, lockSpot, plainSize } from './current.ts'
import { fillPrice } from './price.ts'

export type ReportRestock = {
  memberId: string
  report: RestockReport
  now: Date
  /** Length of the challenge window of what a report earns that is a confirmation. */
  challengeSeconds: number
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

function alreadyReported({ id, reporterId, reporter }: Current, memberId: string): Final {
  const mine = reporterId === memberId
  return new Final({
    code: 'restock.already-reported',
    message: `${mine ? 'You' : reporter} already reported this restock in the last ${FRESH_MINUTES} minutes.`,
    fix: mine ? 'Wait for another member to confirm it.' : `Confirm it instead: it is restock ${id}.`,
    cause: { restock_id: id },
  })
}

async function write(tx: Db, { memberId, report, now }: ReportRestock, usual: string): Promise<string> {
  const { sneaker_id, store_id, price_minor, note } = report
  const size = plainSize(report.size)
  const priced = price_minor === undefined ? null : { minor: price_minor, currency: report.currency ?? usual }
  await storePlace(tx, store_id)
  const id = uuidv7(now.getTime())
  await tx`insert into app.restock ${tx({
    ...{ id, sneaker_id, store_id, size, note: note || null, reported_by: memberId, reported_at: now },
    ...{ price_minor: priced?.minor ?? null, currency: priced?.currency ?? null },
  })}`
  await writeAward(tx, { rule: 'restock.report', memberId, sourceId: id, now })
  await notifyApp(tx, { kind: 'restock', restock_id: id })
  await writeAlert(tx, {
    ...{ kind: 'restock', restockId: id, sneakerId: sneaker_id, storeId: store_id, size, state: 'in' },
    ...{ priceMinor: priced?.minor ?? null, currency: priced?.currency ?? null },
    ...{
      source: 'member',
      confidence: confidenceOf({ monitor: null, members: 1 }),
      askedAt: null,
      seenAt: now,
    },
  })
  return id
}

async function report(tx: Db, input: ReportRestock): Promise<string> {
  const { memberId, now, challengeSeconds } = input
  const { sneaker_id: sneakerId, store_id: storeId, size, note } = input.report
  // A deletion under way would not see the note and the award that come after it.
  await lockMember(tx, memberId)
  const usual = await requirePlace(tx, input.report)
  const spot = { sneakerId, storeId, size: plainSize(size) }
  await lockSpot(tx, spot)
  // A shelf that has it is news beside a page that takes orders ahead.
  const current = await currentRestock(tx, { ...spot, state: 'in' }, now)
  if (!current) return write(tx, input, usual)
  if (!current.isWatched || current.reporterId === memberId) throw alreadyReported(current, memberId)
  // Everyone was told already: a second witness, not news.
  await confirm(tx, { restockId: current.id, memberId, now, challengeSeconds, note: note || null })
  const { price_minor = null, currency = usual } = input.report
  await fillPrice(tx, { id: current.id, priceMinor: price_minor, currency })
  return current.id
}

/**
 * A member saw this pair in this size at this store. The report, its award (unconfirmed) and the news of it are one
 * transaction. Of what a monitor still sees there it is a confirmation.
 * @returns the restock's id: another one's where it is a confirmation
 * @throws Final `catalog.unknown`, `restock.already-reported`, `restock.already-confirmed`, `auth.required` of a member who
 *   has left
 */
export async function reportRestock(sql: Sql, input: ReportRestock): Promise<string> {
  return inTransaction(sql, (tx) => report(tx, input))
}
