import { type Hex, toBytea } from '../bytes.ts'
import type { Db } from '../client.ts'

/**
 * Remembers that a wallet which is being linked belonged to another member before, as far as it is still known to have
 * rested. Inside the transaction that links it.
 */
export async function tieByWallet(
  tx: Db,
  { memberId, address }: { memberId: string; address: Hex },
): Promise<void> {
  await tx`
    with former as (delete from app.resting_wallet where address = ${toBytea(address)} returning member_id)
    insert into app.wallet_tie (member_id, other_id, at)
    select ${memberId}, member_id, now() from former where member_id is not null and member_id <> ${memberId}
    on conflict (member_id, other_id) do update set at = excluded.at`
}
