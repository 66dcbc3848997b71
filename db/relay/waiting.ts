import { type Hex, toBytea } from '../bytes.ts'
import type { Db } from '../client.ts'

/** Numbers of the wallet's requests that may still be carried out, lowest first; those the mirror shows are through. */
export async function waitingNonces(db: Db, { wallet, now }: { wallet: Hex; now: Date }): Promise<bigint[]> {
  const rows = await db<{ nonce: bigint }[]>`
    select r.nonce from app.relay_request r
      where r.from_address = ${toBytea(wallet)} and r.outcome is null and r.refusal is null
        and r.deadline > ${now} - interval '1 minute'
        and not exists (select from chain.forward f where f.signer_address = r.from_address and f.nonce = r.nonce)
      order by r.nonce`
  return rows.map(({ nonce }) => nonce)
}
