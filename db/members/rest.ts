import { Final } from '../../core/errors.ts'
import { ringRules } from '../../core/karma/ring/constants.ts'
import { REST_DAYS } from '../../core/member/rest.ts'
import { type Hex, toBytea } from '../bytes.ts'
import type { Db } from '../client.ts'

/** Whose it was is known for so long after its rest: who links it then is tied to them (db/ring/wallet.ts). */
const TIE_DAYS = ringRules.tieDays - REST_DAYS

/**
 * A wallet that left a member is that member's to link again, and nobody else's until it has rested.
 * @throws Final `member.wallet-resting`
 */
export async function requireRested(
  tx: Db,
  { memberId, address }: { memberId: string; address: Hex },
): Promise<void> {
  await tx`
    delete from app.resting_wallet
    where (address = ${toBytea(address)} and member_id = ${memberId})
      or until < now() - make_interval(days => ${TIE_DAYS}) or (until < now() and member_id is null)`
  const [row] = await tx<{ until: Date }[]>`
    select until from app.resting_wallet where address = ${toBytea(address)} and until >= now()`
  if (!row) return
  throw new Final({
    code: 'member.wallet-resting',
    message: `This wallet left another account lately; it can join one again on ${row.until.toISOString().slice(0, 10)}.`,
    fix: 'Use another wallet until then.',
  })
}

/** Takes one wallet of the member, or all of them, and lets them rest. */
export async function restWallets(
  tx: Db,
  { memberId, address, forget = false }: { memberId: string; address?: Hex; forget?: boolean },
): Promise<void> {
  const which = address ? tx`and address = ${toBytea(address)}` : tx``
  await tx`
    with gone as (delete from app.wallet where member_id = ${memberId} ${which} returning address)
    insert into app.resting_wallet (address, member_id, until)
    select address, ${forget ? null : memberId}::uuid, now() + make_interval(days => ${REST_DAYS}) from gone
    on conflict (address) do update set member_id = excluded.member_id, until = excluded.until`
  if (forget) await tx`update app.resting_wallet set member_id = null where member_id = ${memberId}`
}
