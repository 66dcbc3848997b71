import type { GateAnswer } from '../../core/drop/shape.ts'
import { Final } from '../../core/errors.ts'
import { evaluateGate } from '../../core/gate/evaluate.ts'
import { balanceOf } from '../chain/balance.ts'
import { heldSince } from '../chain/held.ts'
import { activePass } from '../chain/pass.ts'
import type { Db } from '../client.ts'
import { walletsOf } from '../ledger/wallets.ts'

type Terms = { min_karma: bigint; snapshot_at: Date | null; pass_tier: number | null; opens_at: Date }

async function termsOf(db: Db, dropId: string): Promise<Terms> {
  const [drop] = await db<Terms[]>`
    select min_karma, snapshot_at, pass_tier, opens_at from app.drop where id = ${dropId}`
  if (drop) return drop
  throw new Final({
    code: 'drop.not-found',
    message: 'There is no such drop.',
    fix: 'Go back to the list of drops and choose one.',
  })
}

/**
 * May this member request a checkout of this drop now? Answered by core/gate over the mirrored balances of all the
 * member's wallets together.
 * @throws Final `drop.not-found`
 */
export async function gateFor(
  db: Db,
  { memberId, dropId, now }: { memberId: string; dropId: string; now: Date },
): Promise<GateAnswer> {
  const terms = await termsOf(db, dropId)
  const addresses = await walletsOf(db, memberId)
  const { balance } = await balanceOf(db, addresses)
  const pass = await activePass(db, { addresses, now })
  return evaluateGate({
    minKarma: terms.min_karma,
    snapshotAt: terms.snapshot_at,
    passTier: terms.pass_tier,
    opensAt: terms.opens_at,
    wallets: addresses.length,
    held: await heldSince(db, { addresses, since: terms.snapshot_at }),
    balance,
    pass: pass?.tier ?? null,
    now,
  })
}
