import { uuidv7 } from '../../core/id.ts'
import { confidenceOf } from '../../core/restock/confidence.ts'
import type { RestockState } from '../../core/restock/shape.ts'
import { writeAlert } from '../alerts/write.ts'
import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'
import { currentRestock, lockSpot, plainSize } from './current.ts'
import { fillPrice } from './price.ts'

/** A size that a monitor knew to be out, or only to be ordered ahead, and that can be had now. */
export type Opened = {
  sneakerId: string
  storeId: string
  /** As `sizeOf` writes it; empty of what is sold in no sizes. */
  size: string
  state: RestockState
  /** Minor units of `currency`; both null where the shop named no price. */
  priceMinor: number | null
  currency: string | null
  /** 0 to 1. */
  confidence: number
  /** What the shop said, quoted. */
  evidence: string
  /** Of app.stock_change: one change is one restock. */
  changeId: string
  /** When the request that found it left, and when its answer was read. */
  askedAt?: Date
  seenAt: Date
  now: Date
}

/** The monitor's part of a row. */
function sightingOf({ changeId, confidence, evidence, askedAt, seenAt }: Opened) {
  return {
    ...{ change_id: changeId, confidence, evidence },
    ...{ asked_at: askedAt ?? null, seen_at: seenAt },
  }
}

async function join(tx: Db, id: string, opened: Opened): Promise<void> {
  const { priceMinor, currency } = opened
  await tx`update app.restock set ${tx(sightingOf(opened))} where id = ${id}`
  await fillPrice(tx, { id, priceMinor, currency })
}

/** What could be ordered ahead is there: that is over, whatever another page still says. */
async function endAhead(tx: Db, { sneakerId, storeId, size, seenAt }: Opened): Promise<void> {
  const [ended] = await tx<{ id: string }[]>`
    update app.restock set ended_at = ${seenAt}
      where sneaker_id = ${sneakerId} and store_id = ${storeId} and size = ${size} and state = 'preorder'
        and ended_at is null
      returning id`
  if (ended) await notifyApp(tx, { kind: 'restock', restock_id: ended.id })
}

/** The one alert of it: who joins or ends it later tells nobody again. */
async function insert(tx: Db, opened: Opened): Promise<string> {
  const { sneakerId, storeId, size, state, priceMinor, currency, now } = opened
  const isPriced = priceMinor !== null && currency !== null
  const price = isPriced ? { priceMinor, currency } : { priceMinor: null, currency: null }
  const id = uuidv7(now.getTime())
  await tx`insert into app.restock ${tx({
    ...{ id, sneaker_id: sneakerId, store_id: storeId, size, state, source: 'monitor', reported_by: null },
    ...{ price_minor: price.priceMinor, currency: price.currency, reported_at: now, ...sightingOf(opened) },
  })}`
  await writeAlert(tx, {
    ...{ kind: 'restock', restockId: id, sneakerId, storeId, size, state, ...price, source: 'monitor' },
    confidence: confidenceOf({ monitor: opened.confidence, members: 0 }),
    ...{ askedAt: opened.askedAt ?? null, seenAt: opened.seenAt },
  })
  return id
}

/**
 * A monitor saw that a size can be had again: a new restock, or the one that is open here already. What a member reported
 * while it is fresh gets the monitor's evidence and stays the member's; what another monitor sees stays as it is. Pairs that
 * are there take the place of those to be ordered ahead, and are news; a page that takes orders ahead is none beside one
 * that has them, and no witness of what a member saw on a shelf. Earns nobody anything and confirms nothing: the shop's page
 * is no second member. In the transaction that wrote the change, of one pair at one shop: with two, two monitors could wait
 * for each other.
 * @returns the restock's id
 */
export async function openRestock(tx: Db, input: Opened): Promise<string> {
  const opened = { ...input, size: plainSize(input.size) }
  await lockSpot(tx, opened)
  if (opened.state === 'in') await endAhead(tx, opened)
  const { sneakerId, storeId, size, state } = opened
  const spot = { sneakerId, storeId, size }
  const current = await currentRestock(tx, state === 'in' ? { ...spot, state } : spot, opened.now)
  if (current?.isWatched) return current.id
  const joined = opened.state === 'in' ? current : undefined
  if (joined) await join(tx, joined.id, opened)
  const id = joined?.id ?? (await insert(tx, opened))
  await notifyApp(tx, { kind: 'restock', restock_id: id })
  return id
}
