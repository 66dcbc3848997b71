import { uuidv7 } from '../../core/id.ts'
import { type Change, compareStock, forgetStock, isRestock, type Kept } from '../../core/monitor/change.ts'
import type { Sighting } from '../../core/monitor/shape.ts'
import type { Db, Sql } from '../client.ts'
import { endRestock } from '../restocks/end.ts'
import { openRestock } from '../restocks/open.ts'
import { inTransaction } from '../transaction.ts'

export type Recording = {
  targetId: string
  /** Of the visit that looked. */
  lease: string
  /** What was seen; or, of an answer that showed no stock, why. */
  seen: readonly Sighting[] | { reason: string }
  /** When the request left. */
  askedAt: Date
  now: Date
}

type Target = { sneaker_id: string; store_id: string; currency: string | null }

/** The target, locked; undefined when the shop is somebody else's now, or it is watched no more. */
async function lockTarget(tx: Db, { targetId, lease }: Recording): Promise<Target | undefined> {
  const [found] = await tx<Target[]>`
    select t.sneaker_id, t.store_id, t.currency from app.monitor_target t
    join app.monitor_origin o on o.origin = t.origin and o.lease = ${lease}
    where t.id = ${targetId} for update of t`
  return found
}

async function readKept(tx: Db, targetId: string): Promise<Kept[]> {
  return tx<Kept[]>`
    select size, label, state, known, price_minor as "priceMinor", currency, evidence, confidence
    from app.stock where target_id = ${targetId}`
}

/** `since` moves with the state alone. */
async function writeStock(tx: Db, { targetId, now }: Recording, stock: readonly Kept[]): Promise<void> {
  const sizes = stock.map(({ size }) => size)
  await tx`delete from app.stock where target_id = ${targetId} and size <> all(${sizes}::text[])`
  if (stock.length === 0) return
  const rows = stock.map(({ priceMinor, ...rest }) => ({
    ...{ target_id: targetId, price_minor: priceMinor, since: now, seen_at: now, ...rest },
  }))
  await tx`
    insert into app.stock ${tx(rows)}
      on conflict (target_id, size) do update set label = excluded.label, state = excluded.state,
        known = excluded.known, price_minor = excluded.price_minor, currency = excluded.currency,
        evidence = excluded.evidence, confidence = excluded.confidence, seen_at = excluded.seen_at,
        since = case when app.stock.state = excluded.state then app.stock.since else excluded.since end`
}

async function writeChange(tx: Db, { targetId, askedAt, now }: Recording, change: Change): Promise<string> {
  const { sighting, before, after } = change
  const { size, label, priceMinor, currency, evidence, confidence } = sighting
  const id = uuidv7(now.getTime())
  await tx`insert into app.stock_change ${tx({
    ...{ id, target_id: targetId, size, label, before, after, price_minor: priceMinor, currency },
    ...{ evidence, confidence, asked_at: askedAt, seen_at: now },
  })}`
  return id
}

type Told = { change: Change; changeId: string; recording: Recording }

const spotOf = ({ sneaker_id, store_id }: Target, size: string) => ({
  ...{ sneakerId: sneaker_id, storeId: store_id, size },
})

/** Pairs that are back open a restock, pairs that are gone end it. */
async function tell(tx: Db, target: Target, { change, changeId, recording }: Told): Promise<void> {
  const { size, priceMinor, currency, confidence, evidence } = change.sighting
  const { askedAt, now } = recording
  const spot = spotOf(target, size)
  const { before, after } = change
  if (after !== 'in') await endRestock(tx, { ...spot, endedAt: now })
  if (after === 'out' || !isRestock({ before, after })) return
  const money = priceMinor === null ? null : (currency ?? target.currency)
  await openRestock(tx, {
    ...{ ...spot, state: after, priceMinor, currency: money, confidence, evidence },
    ...{ changeId, askedAt, seenAt: now, now },
  })
}

type First = { recording: Recording; kept: readonly Kept[]; stock: readonly Kept[] }

/** A size whose story begins with "sold out" is over where another target of the same pair saw it before. */
async function endUnseen(tx: Db, target: Target, { recording, kept, stock }: First): Promise<void> {
  const known = new Set(kept.map(({ size }) => size))
  for (const { size, state } of stock)
    if (state === 'out' && !known.has(size))
      await endRestock(tx, { ...spotOf(target, size), endedAt: recording.now })
}

/**
 * What the next request would name belongs to the stock before this one. It is named anew when the visit ends; whoever is
 * killed before that must not have a page that went back to where it was be taken for unchanged.
 */
async function forgetCopy(tx: Db, { targetId, now }: Recording, isChanged: boolean): Promise<void> {
  const changed = isChanged ? tx`, changed_at = ${now}` : tx``
  await tx`
    update app.monitor_target set etag = null, last_modified = null, body_hash = null ${changed} where id = ${targetId}`
}

async function record(tx: Db, recording: Recording): Promise<Change[] | undefined> {
  const { targetId, seen } = recording
  const target = await lockTarget(tx, recording)
  if (!target) return undefined
  const kept = await readKept(tx, targetId)
  const isSeen = !('reason' in seen)
  const stock = isSeen ? compareStock(kept, seen) : { now: forgetStock(kept, seen.reason), changes: [] }
  await writeStock(tx, recording, stock.now)
  await endUnseen(tx, target, { recording, kept, stock: stock.now })
  for (const change of stock.changes) {
    const changeId = await writeChange(tx, recording, change)
    await tell(tx, target, { change, changeId, recording })
  }
  await forgetCopy(tx, recording, stock.changes.length > 0)
  return stock.changes
}

/**
 * Writes what a look saw, its changes and their restocks, all or nothing. What is a change is decided here, from the row
 * as it is.
 * @returns the changes; undefined when nothing was written, since the shop is somebody else's now
 */
export async function recordLook(sql: Sql, recording: Recording): Promise<Change[] | undefined> {
  return inTransaction(sql, (tx) => record(tx, recording))
}
