import { startingUsername } from '../../core/auth/name.ts'
import type { Hex } from '../../db/bytes.ts'
import type { Db } from '../../db/client.ts'
import { createMember } from '../../db/members/create.ts'
import { linkWallet, walletOwner } from '../../db/members/wallets.ts'
import { inTransaction } from '../../db/transaction.ts'
import { proveWallet, type WalletDeps, type WalletProof } from './wallet-proof.ts'

/**
 * The member whom a wallet's proof names: its owner, a new member, or the one signed in already, to whom it is linked.
 * @throws Final `auth.message`, `auth.nonce`, `auth.signature`, `member.wallet-taken`; Retryable `chain.unreachable`
 */
export async function walletLogin(
  deps: WalletDeps,
  proof: WalletProof,
  signedIn: string | undefined,
): Promise<string> {
  const address = await proveWallet(deps, proof)
  return inTransaction(deps.sql, (tx) => memberFor(tx, address, signedIn))
}

async function memberFor(tx: Db, address: Hex, signedIn: string | undefined): Promise<string> {
  const owner = signedIn ?? (await walletOwner(tx, address)) ?? (await newMember(tx))
  await linkWallet(tx, owner, address)
  return owner
}

function newMember(tx: Db): Promise<string> {
  return createMember(tx, { username: startingUsername(), email: null, passwordHash: null })
}
