import { startingUsername } from '../../core/auth/name.ts'
import type { Hex } from '../../db/bytes.ts'
import type { Db } from '../../db/client.ts'
import { createMember } from '../../db/members/create.ts'
import { linkWallet, walletOwner } from '../../db/members/wallets.ts'
import { inTransaction } from '../../db/transaction.ts'
import { proveWallet, type WalletProof } from './prove-wallet.ts'
import type { AuthDeps } from './session.ts'

/**
 * The member whom a Sign-In with Ethereum message and its signature prove: the wallet's owner, or a new member. Whoever
 * was signed in is not given the wallet in passing: linking is asked for by name (app/api/me-wallets.ts). The nonce is used up whatever comes of it. Contract wallets (ERC-1271) are not accepted yet.
 * @throws Final `auth.message`, `auth.nonce`, `auth.signature`, `member.wallet-resting`
 */
export async function walletLogin(
  deps: AuthDeps & { chain: { id: number } },
  proof: WalletProof,
): Promise<string> {
  const address = await proveWallet(deps, proof)
  return inTransaction(deps.sql, (tx) => memberFor(tx, address))
}

async function memberFor(tx: Db, address: Hex): Promise<string> {
  const owner = (await walletOwner(tx, address)) ?? (await newMember(tx))
  await linkWallet(tx, owner, address)
  return owner
}

function newMember(tx: Db): Promise<string> {
  return createMember(tx, { username: startingUsername(), email: null, passwordHash: null })
}
