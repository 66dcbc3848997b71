import type { KeyRing } from '../../core/vault/keys.ts'
import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { dataKey, lockVault } from './key.ts'
import { heldOf, renew } from './rows.ts'

const BATCH = 100

async function encryptMember(sql: Sql, ring: KeyRing, memberId: string): Promise<void> {
  await inTransaction(sql, async (tx) => {
    await lockVault(tx, memberId)
    const plain = (await heldOf(tx, memberId)).filter(({ encrypted }) => encrypted === null)
    if (plain.length === 0) return
    const to = await dataKey(tx, ring, memberId)
    for (const held of plain) await renew(tx, held, { to })
  })
}

/**
 * Moves addresses of before there was a vault into it, member by member, while everything runs; the plain column is
 * emptied in the same transaction. May be cut off and called again at any time.
 * @returns how many members had some
 * @throws Final `vault.*`
 */
export async function encryptPlain(sql: Sql, ring: KeyRing): Promise<number> {
  for (let done = 0; ; ) {
    const rows = await sql<{ id: string }[]>`
      (select id from app.member where shipping_address is not null limit ${BATCH})
      union (select member_id from app.purchase_request where shipping is not null limit ${BATCH})`
    if (rows.length === 0) return done
    for (const { id } of rows) await encryptMember(sql, ring, id)
    done += rows.length
  }
}
