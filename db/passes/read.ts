import type { Pass, Passes, PassWallet, Tier } from '../../core/pass/shape.ts'
import type { Hex } from '../bytes.ts'
import { accountsOf } from '../chain/accounts.ts'
import { readCursor } from '../chain/cursor.ts'
import { delegatesOf } from '../chain/delegates.ts'
import { type ActivePass, latestPasses } from '../chain/pass.ts'
import { listTiers, type TierTerms } from '../chain/tiers.ts'
import type { Db, Sql } from '../client.ts'
import { walletsOf } from '../ledger/wallets.ts'
import { inTransaction } from '../transaction.ts'
import { type Opened, whatPassesOpen } from './opens.ts'

export type ReadPasses = {
  /** null when not signed in. */
  memberId: string | null
  now: Date
}

function toTier({ tier, price, period, min_earned }: TierTerms, { drops, raffles }: Opened): Tier {
  return {
    ...{ tier, price: String(price), period, min_earned: String(min_earned) },
    drops: drops.filter((drop) => drop.tier <= tier).map(({ slug, title }) => ({ slug, title })),
    raffles: raffles.filter((each) => each.tier <= tier).reduce((sum, { count }) => sum + count, 0),
  }
}

function toPass({ tier, expiresAt }: ActivePass, now: Date): Pass {
  if (expiresAt.getTime() === 0) return { tier, expires_at: null, state: 'cancelled' }
  return { tier, expires_at: expiresAt.toISOString(), state: expiresAt > now ? 'active' : 'expired' }
}

async function walletRows(db: Db, wallets: readonly Hex[], now: Date): Promise<PassWallet[]> {
  const accounts = await accountsOf(db, wallets)
  const passes = await latestPasses(db, wallets)
  const delegates = await delegatesOf(db, wallets)
  return wallets.map((wallet) => {
    const { balance = 0n, earned = 0n } = accounts.get(wallet) ?? {}
    const pass = passes.get(wallet)
    return {
      ...{ wallet, balance: String(balance), earned: String(earned) },
      pass: pass ? toPass(pass, now) : null,
      votes_with: delegates.get(wallet) ?? null,
    }
  })
}

async function read(db: Db, { memberId, now }: ReadPasses): Promise<Passes> {
  const cursor = await readCursor(db)
  const opened = await whatPassesOpen(db, now)
  const tiers = (await listTiers(db)).map((terms) => toTier(terms, opened))
  const wallets = memberId === null ? [] : await walletsOf(db, memberId)
  return {
    block_number: cursor?.blockNumber ?? 0,
    tiers,
    wallets: await walletRows(db, wallets, now),
  }
}

/** Tiers, what they open, and the reader's own passes and votes, all as mirrored at one block. */
export async function readPasses(sql: Sql, input: ReadPasses): Promise<Passes> {
  return inTransaction(sql, async (tx) => {
    await tx`set transaction isolation level repeatable read, read only`
    return read(tx, input)
  })
}
