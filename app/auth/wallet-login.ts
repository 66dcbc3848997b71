import { startingUsername } from '../../core/auth/name.ts'
import type { Hex } from '../../db/bytes.ts'
import type { Db } from '../../db/client.ts'
import { createMember } from '../../db/members/create.ts'
import { linkWallet, walletOwner } from '../../db/members/wallets.ts'
import { inTransaction } from '../../db/transaction.ts'
import { proveWallet, type WalletDeps, type WalletProof } from './wallet-proof.ts'

/**
 * The member whom a wallet's proof names: its owner, or a new member. Whoever was signed in is not given the wallet in
 * passing: linking is asked for by name (app/api/me-wallets.ts).
 * @throws Final `auth.message`, `auth.nonce`, `auth.signature`, `member.wallet-resting`; Retryable `chain.unreachable`
 */
export async function walletLogin(deps: WalletDeps, proof: WalletProof): Promise<string> {
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
