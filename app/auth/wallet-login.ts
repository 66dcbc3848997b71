import { verifyMessage } from 'viem'
import { startingUsername } from '../../core/auth/name.ts'
import { checkSiwe } from '../../core/auth/siwe.ts'
import { Final } from '../../core/errors.ts'
import type { Hex } from '../../db/bytes.ts'
import type { Db } from '../../db/client.ts'
import { createMember } from '../../db/members/create.ts'
import { linkWallet, walletOwner } from '../../db/members/wallets.ts'
import { takeNonce } from '../../db/sessions/nonce.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { AuthDeps } from './session.ts'

type Proof = {
  message: string
  signature: Hex
  /** sha256 of the browser's pre-session cookie. */
  browser: Buffer | null
  /** Whoever is signed in already: the wallet is linked to this member. */
  memberId: string | undefined
}

/**
 * The member whom a Sign-In with Ethereum message and its signature prove: the wallet's owner, a new member, or the
 * one signed in already. The nonce is used up whatever comes of it. Contract wallets (ERC-1271) are not accepted yet.
 * @throws Final `auth.message`, `auth.nonce`, `auth.signature`, `member.wallet-taken`
 */
export async function walletLogin(deps: AuthDeps & { chain: { id: number } }, proof: Proof): Promise<string> {
  const { message, signature, browser, memberId } = proof
  const now = deps.now()
  const expected = { domain: new URL(deps.origin).host, origin: deps.origin, chainId: deps.chain.id, now }
  const { address, nonce } = checkSiwe(message, expected)
  if (!(await takeNonce(deps.sql, { nonce, browser, now })))
    throw new Final({
      code: 'auth.nonce',
      message: 'The nonce is unknown, used, expired or was given to another browser.',
      fix: 'Ask for a new nonce and sign again.',
    })
  // Throws for bytes that are no signature at all.
  const signed = await verifyMessage({ address, message, signature }).catch(() => false)
  if (!signed)
    throw new Final({
      code: 'auth.signature',
      message: 'The signature is not by the wallet that the message names.',
      fix: 'Sign with that wallet; contract wallets cannot sign in yet.',
    })
  return inTransaction(deps.sql, (tx) => memberFor(tx, address, memberId))
}

async function memberFor(tx: Db, address: Hex, signedIn: string | undefined): Promise<string> {
  const owner = signedIn ?? (await walletOwner(tx, address)) ?? (await newMember(tx))
  await linkWallet(tx, owner, address)
  return owner
}

function newMember(tx: Db): Promise<string> {
  return createMember(tx, { username: startingUsername(), email: null, passwordHash: null })
}
