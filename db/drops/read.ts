import type { Drop, GateAnswer } from '../../core/drop/shape.ts'
import type { Sneaker, Store } from '../../core/restock/shape.ts'
import { sneakerJson, storeJson } from '../catalog/json.ts'
import type { Db } from '../client.ts'
import { type Holder, judgeGate, readHolder } from './gate.ts'

export type Reader = {
  /** null when not signed in. */
  memberId: string | null
  now: Date
}

type Row = Omit<Drop, 'opens_at' | 'min_karma' | 'snapshot_at' | 'gate' | 'sneaker' | 'store'> & {
  opens_at: Date
  min_karma: bigint
  snapshot_at: Date | null
  sneaker: Sneaker
  store: Store
}

function toDrop({ opens_at, min_karma, snapshot_at, ...row }: Row, gate: GateAnswer | null): Drop {
  return {
    ...row,
    opens_at: opens_at.toISOString(),
    min_karma: String(min_karma),
    snapshot_at: snapshot_at?.toISOString() ?? null,
    gate,
  }
}

function selectDrop(db: Db) {
  return db`
    select d.id, d.slug, d.title, d.product_url, d.price_minor, d.currency, d.sizes, d.opens_at, d.min_karma,
      d.snapshot_at, d.pass_tier, ${sneakerJson(db)} as sneaker, ${storeJson(db)} as store
    from app.drop d
    join app.sneaker sneaker on sneaker.id = d.sneaker_id
    join app.store store on store.id = d.store_id`
}

function holderOf(db: Db, { memberId, now }: Reader): Promise<Holder | null> {
  return memberId === null ? Promise.resolve(null) : readHolder(db, { memberId, now })
}

async function withGate(
  db: Db,
  row: Row,
  { holder, now }: { holder: Holder | null; now: Date },
): Promise<Drop> {
  return toDrop(row, holder && (await judgeGate(db, { terms: row, holder, now })))
}

/** Every drop, the latest opening first, each with the reader's gate answer. */
export async function listDrops(db: Db, reader: Reader): Promise<Drop[]> {
  const rows = await db<Row[]>`${selectDrop(db)} order by d.opens_at desc, d.slug`
  const holder = await holderOf(db, reader)
  return Promise.all(rows.map((row) => withGate(db, row, { holder, now: reader.now })))
}

export async function getDrop(
  db: Db,
  { slug, ...reader }: Reader & { slug: string },
): Promise<Drop | undefined> {
  const [row] = await db<Row[]>`${selectDrop(db)} where d.slug = ${slug}`
  return row && withGate(db, row, { holder: await holderOf(db, reader), now: reader.now })
}
