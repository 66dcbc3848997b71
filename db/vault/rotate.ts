import { type KeyRing, newDataKey, unwrapDataKey } from '../../core/vault/keys.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { lockVault } from './key.ts'
import { heldOf, renew } from './rows.ts'

const BATCH = 100

/** How many members' data keys hang on each key-encryption key. */
export async function countByKek(db: Db): Promise<Map<string, number>> {
  const rows = await db<{ kek: string; members: number }[]>`
    select encode(kek, 'hex') as kek, count(*)::int as members
    from app.member_key where wrapped is not null group by kek`
  return new Map(rows.map(({ kek, members }) => [kek, members]))
}

/**
 * Gives one member a new data key under the ring's current key, and encrypts with it what the vault holds of them: all
 * in one transaction, so that a crash leaves either the old or the new. Does nothing where it was done already.
 * @throws Final `vault.unreadable`, `vault.key-missing`
 */
async function rotateMember(sql: Sql, ring: KeyRing, memberId: string): Promise<void> {
  await inTransaction(sql, async (tx) => {
    await lockVault(tx, memberId)
    const [row] = await tx<{ wrapped: Uint8Array | null }[]>`
      select wrapped from app.member_key where member_id = ${memberId}`
    if (!row?.wrapped) return
    const from = await unwrapDataKey(ring, memberId, row.wrapped)
    if (from.kekId === (await ring.current()).kekId) return
    const { key: to, wrapped } = await newDataKey(ring, memberId)
    for (const held of await heldOf(tx, memberId)) await renew(tx, held, { from, to })
    await tx`update app.member_key set wrapped = ${wrapped}, created_at = now() where member_id = ${memberId}`
  })
}

type Next = { kek: string; after: string }

async function stale(db: Db, { kek, after }: Next): Promise<string[]> {
  const rows = await db<{ member_id: string }[]>`
    select member_id from app.member_key
    where kek = decode(${kek}, 'hex') and member_id > ${after} order by member_id limit ${BATCH}`
  return rows.map(({ member_id }) => member_id)
}

/** Below every id. */
const FIRST = '00000000-0000-0000-0000-000000000000'

export type Rotation = {
  /** Called after each batch with the number of members done so far. */
  report: (done: number) => void
  /** Called for a member whose data cannot be opened; the others go on. */
  failed: (memberId: string, error: unknown) => void
}

/** One pass over the members who hang on an older key. @returns how many were renewed */
async function pass(sql: Sql, ring: KeyRing, { report, failed }: Rotation): Promise<number> {
  const { kekId } = await ring.current()
  const older = [...(await countByKek(sql)).keys()].filter((kek) => kek !== kekId)
  let done = 0
  for (const kek of older)
    for (let after = FIRST; ; ) {
      const members = await stale(sql, { kek, after })
      for (const memberId of members)
        await rotateMember(sql, ring, memberId).then(
          () => done++,
          (error: unknown) => failed(memberId, error),
        )
      report(done)
      const last = members.at(-1)
      if (!last) break
      after = last
    }
  return done
}

/**
 * Renews every member's data key under the ring's current key while everything runs. May be cut off anywhere and
 * called again: what is done stays done. Passes are repeated until one finds nothing, for the sake of a process that
 * was just making a member's first key with the older one.
 */
export async function rotateVault(sql: Sql, ring: KeyRing, rotation: Rotation): Promise<void> {
  while ((await pass(sql, ring, rotation)) > 0);
}
