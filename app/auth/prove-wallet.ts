import { verifyMessage } from 'viem'
import { checkSiwe } from '../../core/auth/siwe.ts'
import { Final } from '../../core/errors.ts'
import type { Hex } from '../../db/bytes.ts'
import { takeNonce } from '../../db/sessions/nonce.ts'
import type { AuthDeps } from './session.ts'

export type WalletProof = {
  message: string
  signature: Hex
  /** sha256 of the browser's pre-session cookie. */
  browser: Buffer | null
}

/**
 * The wallet that a Sign-In with Ethereum message and its signature prove. The nonce is used up whatever comes of it.
 * Contract wallets (ERC-1271) are not accepted yet.
 * @throws Final `auth.message`, `auth.nonce`, `auth.signature`
 */
export async function proveWallet(
  deps: AuthDeps & { chain: { id: number } },
  { message, signature, browser }: WalletProof,
): Promise<Hex> {
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
  return address
}
