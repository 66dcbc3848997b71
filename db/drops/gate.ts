import type { GateAnswer } from '../../core/drop/shape.ts'
import { Final } from '../../core/errors.ts'
import { evaluateGate } from '../../core/gate/evaluate.ts'
import type { Hex } from '../bytes.ts'
import { balanceOf } from '../chain/balance.ts'
import { heldSince } from '../chain/held.ts'
import { type ActivePass, activePass } from '../chain/pass.ts'
import type { Db } from '../client.ts'
import { walletsOf } from '../ledger/wallets.ts'

/** What a drop asks for. */
export type Terms = { min_karma: bigint; snapshot_at: Date | null; pass_tier: number | null; opens_at: Date }

/** What a member has to show at any gate, as mirrored. */
export type Holder = { addresses: Hex[]; balance: bigint; pass: ActivePass | null }

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

/** Read once, however many gates are asked. */
export async function readHolder(
  db: Db,
  { memberId, now }: { memberId: string; now: Date },
): Promise<Holder> {
  const addresses = await walletsOf(db, memberId)
  const { balance } = await balanceOf(db, addresses)
  const pass = await activePass(db, { addresses, now })
  return { addresses, balance, pass: pass ?? null }
}

/** The answer of core/gate for one holder and one drop's terms. */
export async function judgeGate(
  db: Db,
  { terms, holder, now }: { terms: Terms; holder: Holder; now: Date },
): Promise<GateAnswer> {
  const { addresses, balance, pass } = holder
  const since = terms.snapshot_at
  return evaluateGate({
    minKarma: terms.min_karma,
    snapshotAt: since,
    passTier: terms.pass_tier,
    opensAt: terms.opens_at,
    wallets: addresses.length,
    held: since ? await heldSince(db, { addresses, since }) : balance,
    balance,
    pass,
    now,
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
  return judgeGate(db, { terms, holder: await readHolder(db, { memberId, now }), now })
}
