import { Final } from '../../core/errors.ts'
import { readPassword } from '../../db/members/password.ts'
import { walletOwner } from '../../db/members/wallets.ts'
import { verifyPassword } from './hash.ts'
import type { Limit } from './limit.ts'
import { countGuess } from './throttle.ts'
import { proveWallet, type WalletDeps, type WalletProof } from './wallet-proof.ts'

/** Either is enough: what the member knows, or what the member has. */
export type Confirmation = {
  password: string | undefined
  proof: WalletProof | undefined
  /** From where, for the throttle. */
  address: string
}

function unproven(message: string, fix: string): Final {
  return new Final({ code: 'auth.credentials', message, fix })
}

async function byPassword(
  deps: WalletDeps & { hashing: Limit },
  { memberId, password, address }: { memberId: string; password: string; address: string },
): Promise<void> {
  const forgive = await countGuess(deps, { account: `confirm:${memberId}`, address })
  const stored = await readPassword(deps.sql, memberId)
  const right = await deps.hashing(() => verifyPassword(password, stored))
  if (!right) throw unproven('This is not your password.', 'Check it, or confirm with your wallet.')
  await forgive()
}

/**
 * Makes sure, before what cannot be undone or would keep a thief in, that the one who asks is the member and not
 * somebody at a screen left open (OWASP ASVS 5, 7.5.1): by the password, or by a fresh signature of a linked wallet.
 * @throws Final `auth.credentials`, `auth.throttled`, and those of `proveWallet`
 */
export async function confirmMember(
  deps: WalletDeps & { hashing: Limit },
  memberId: string,
  { password, proof, address }: Confirmation,
): Promise<void> {
  if (password !== undefined) return byPassword(deps, { memberId, password, address })
  const fix = 'Send your password, or a message signed by a linked wallet.'
  if (!proof) throw unproven('This needs to be confirmed once more.', fix)
  const wallet = await proveWallet(deps, proof)
  if ((await walletOwner(deps.sql, wallet)) !== memberId)
    throw unproven('This wallet is not linked to you.', fix)
}
