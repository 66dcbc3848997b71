import type { Rpc } from '../../adapters/chain/rpc.ts'
import { verifyWallet } from '../../adapters/chain/verify-wallet.ts'
import { checkSiwe } from '../../core/auth/siwe.ts'
import { Final } from '../../core/errors.ts'
import type { Hex } from '../../db/bytes.ts'
import type { AuthDeps } from './session.ts'

export type WalletDeps = AuthDeps & { chain: { id: number }; rpc: Rpc }
export type WalletProof = {
  message: string
  signature: Hex
  /** SHA-256 of the browser's pre-session cookie. */
  browser: Uint8Array | null
}

/**
 * The address of the wallet that a Sign-In with Ethereum message and its signature prove, lower-case. The nonce is used
 * up whatever comes of it, before the signature is looked at: one nonce, one question to the chain.
 * @throws Final `auth.message`, `auth.nonce`, `auth.signature`; Retryable `chain.unreachable` where only the chain knows
 */
export async function proveWallet(deps: WalletDeps, proof: WalletProof): Promise<Hex> {
  const { message, signature, browser } = proof
  const now = deps.now()
  const expected = { domain: new URL(deps.origin).host, origin: deps.origin, chainId: deps.chain.id, now }
  const { address, nonce } = checkSiwe(message, expected)
  if (!(await deps.stores.nonces.take({ nonce, browser, now })))
    throw new Final({
      code: 'auth.nonce',
      message: 'The nonce is unknown, used, expired or was given to another browser.',
      fix: 'Ask for a new nonce and sign again.',
    })
  if (!(await verifyWallet(deps.rpc, { address, message, signature })))
    throw new Final({
      code: 'auth.signature',
      message: 'The signature is not by the wallet that the message names.',
      fix: 'Sign with that wallet, on the chain that the message names.',
    })
  return address
}
