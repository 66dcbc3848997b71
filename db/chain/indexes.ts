import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { eachFamily } from './facts.ts'
import { lockPosition, type Mirror } from './position.ts'

/** As many blocks make it worth while to build the indexes afterwards. */
const LONG_BACKFILL = 256

const crowded = eachFamily.filter(([, family]) => family.isCrowded).map(([, { table }]) => table)

/** Drops the indexes that only readers need, and keeps the statements that bring them back. */
async function defer(tx: Db): Promise<void> {
  const dropped = await tx<{ name: string }[]>`
    insert into chain.deferred_index (name, definition)
      select index.indexrelid::regclass, pg_get_indexdef(index.indexrelid)
        from pg_index index join pg_class on pg_class.oid = index.indexrelid
          join pg_class owner on owner.oid = index.indrelid
        where pg_class.relnamespace = 'chain'::regnamespace and not indisunique
          and owner.relname = any(string_to_array(${crowded.join()}, ','))
      returning name`
  // None when another writer was quicker, who has not moved the cursor yet.
  if (dropped.length > 0) await tx.unsafe(`drop index ${dropped.map(({ name }) => name).join()}`)
}

async function build(tx: Db): Promise<void> {
  // A server that ends long statements would have it begun again for ever.
  await tx`set local statement_timeout = 0`
  const rows = await tx<{ definition: string }[]>`delete from chain.deferred_index returning definition`
  for (const { definition } of rows) await tx.unsafe(definition)
}

/**
 * Index upkeep dominates a backfill. So a mirror that begins with a long one goes without those that only readers of
 * crowded tables need, until the blocks that no reorg replaces are all there. Either way in one transaction: a kill leaves them there,
 * or away and remembered.
 * @param left how many blocks that no reorg replaces are still to be mirrored
 * @returns the mirror as it is then; the same object when nothing changed
 * @throws Final `chain.second-writer`
 */
export async function arrangeIndexes(sql: Sql, mirror: Mirror, left: number): Promise<Mirror> {
  const isNew = mirror.number < mirror.fromBlock
  const isLong = isNew && left >= LONG_BACKFILL
  if (mirror.deferred ? left > 0 : !isLong) return mirror
  await inTransaction(sql, async (tx) => {
    await lockPosition(tx, mirror)
    await (mirror.deferred ? build : defer)(tx)
  })
  return { ...mirror, deferred: !mirror.deferred }
}
