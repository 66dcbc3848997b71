import { Final } from '../../core/errors.ts'
import { type Hex, toBytea, toByteaList } from '../bytes.ts'
import type { Db } from '../client.ts'

/** The member whose wallet this is. */
export async function walletOwner(db: Db, address: Hex): Promise<string | undefined> {
  const [row] = await db<{ member_id: string }[]>`
    select member_id from app.wallet where address = ${toBytea(address)}`
  return row?.member_id
}

/** The members who own any of these wallets. */
export async function walletOwners(db: Db, addresses: Hex[]): Promise<string[]> {
  const rows = await db<{ member_id: string }[]>`
    select distinct member_id from app.wallet where address = any(${toByteaList(addresses)}::bytea[])`
  return rows.map((row) => row.member_id)
}

/**
 * Makes the wallet this member's; linking it again changes nothing. One wallet, one member: the primary key decides
 * between two who try at once.
 * @throws Final `member.wallet-taken`
 */
export async function linkWallet(db: Db, memberId: string, address: Hex): Promise<void> {
  await db`
    insert into app.wallet (address, member_id) values (${toBytea(address)}, ${memberId})
    on conflict do nothing`
  if ((await walletOwner(db, address)) !== memberId)
    throw new Final({
      code: 'member.wallet-taken',
      message: 'This wallet belongs to another member.',
      fix: 'Sign out and sign in with this wallet, or link another one.',
    })
}
