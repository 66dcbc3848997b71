import { Final } from '../../core/errors.ts'
import type { LinkedWallet } from '../../core/member/shape.ts'
import { type Hex, toBytea, toByteaList, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import { tieByWallet } from '../ring/wallet.ts'
import { lockMember } from './lock.ts'
import { requireRested, restWallets } from './rest.ts'

/** The wallet that awards go to comes first: the one chosen, else the one linked first. For `order by`, with the wallets as `w`. */
export function paidFirst(db: Db) {
  return db`w.paid_to desc, w.linked_at, w.address`
}

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

/** The member's wallets in the order they were linked. */
export async function listWallets(db: Db, memberId: string): Promise<LinkedWallet[]> {
  const rows = await db<{ address: Uint8Array; linked_at: Date; paid_to: boolean }[]>`
    select address, linked_at, row_number() over (order by ${paidFirst(db)}) = 1 as paid_to
    from app.wallet w where member_id = ${memberId} order by linked_at, address`
  return rows.map(({ address, linked_at, paid_to }) => ({
    address: toHex(address),
    linked_at: linked_at.toISOString(),
    paid_to,
  }))
}

/**
 * Makes the wallet this member's; linking it again changes nothing. One wallet, one member: the primary key decides
 * between two who try at once. Inside a transaction.
 * @throws Final `member.wallet-taken`, `member.wallet-resting`, `auth.required`
 */
export async function linkWallet(tx: Db, memberId: string, address: Hex): Promise<void> {
  await lockMember(tx, memberId)
  await requireRested(tx, { memberId, address })
  await tieByWallet(tx, { memberId, address })
  await tx`
    insert into app.wallet (address, member_id) values (${toBytea(address)}, ${memberId})
    on conflict do nothing`
  if ((await walletOwner(tx, address)) !== memberId)
    throw new Final({
      code: 'member.wallet-taken',
      message: 'This wallet belongs to another member.',
      fix: 'Sign out and sign in with this wallet, or link another one.',
    })
}

type Which = { memberId: string; address: Hex }

function unknownWallet(): Final {
  return new Final({
    code: 'member.wallet-unknown',
    message: 'You have no such wallet.',
    fix: 'Look at your list of wallets.',
  })
}

/** Whether the member could still sign in without this wallet. */
async function hasOtherWay(tx: Db, { memberId, address }: Which): Promise<boolean> {
  const [row] = await tx<{ other: boolean }[]>`
    select (m.password_hash is not null and not m.password_is_short) or exists (
      select from app.wallet w where w.member_id = m.id and w.address <> ${toBytea(address)}) as other
    from app.member m where m.id = ${memberId}`
  return row?.other === true
}

/**
 * Takes a wallet from its member; it rests before another member may link it. Inside a transaction.
 * @throws Final `member.wallet-unknown`, `member.last-way-in`
 */
export async function unlinkWallet(tx: Db, which: Which): Promise<void> {
  await lockMember(tx, which.memberId)
  if ((await walletOwner(tx, which.address)) !== which.memberId) throw unknownWallet()
  if (!(await hasOtherWay(tx, which)))
    throw new Final({
      code: 'member.last-way-in',
      message: 'This wallet is the only way into your account.',
      fix: 'Link another wallet or choose a password of 15 characters first; or delete the account.',
    })
  await restWallets(tx, which)
}

/**
 * Chooses the wallet that later awards are minted to; what is frozen in a batch already goes where it says. Inside a
 * transaction.
 * @throws Final `member.wallet-unknown`
 */
export async function payTo(tx: Db, { memberId, address }: Which): Promise<void> {
  await lockMember(tx, memberId)
  if ((await walletOwner(tx, address)) !== memberId) throw unknownWallet()
  // One after the other: the unique index is checked row by row.
  await tx`update app.wallet set paid_to = false where member_id = ${memberId} and paid_to`
  await tx`update app.wallet set paid_to = true where member_id = ${memberId} and address = ${toBytea(address)}`
}
