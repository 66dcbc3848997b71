import { parseSiweMessage } from 'viem/siwe'
import { Final } from '../../core/errors.ts'
import { type Purpose, statements } from '../../core/member/statements.ts'
import type { Hex } from '../../db/bytes.ts'
import { readMember } from '../../db/members/read.ts'
import { walletOwner } from '../../db/members/wallets.ts'
import type { Limit } from './limit.ts'
import { passwordLogin } from './password-login.ts'
import { proveWallet, type WalletProof } from './prove-wallet.ts'
import type { AuthDeps } from './session.ts'

type Deps = AuthDeps & { hashing: Limit; chain: { id: number } }

/**
 * The wallet of a message that says what it is for: a signature given for one purpose is none for another.
 * @throws Final `auth.message`, `auth.nonce`, `auth.signature`
 */
export async function proveFor(deps: Deps, purpose: Purpose, proof: WalletProof): Promise<Hex> {
  if (parseSiweMessage(proof.message).statement !== statements[purpose])
    throw new Final({
      code: 'auth.message',
      message: 'The signed message is for something else.',
      fix: `Sign one with this statement: ${statements[purpose]}`,
    })
  return proveWallet(deps, proof)
}

/** A password, or a wallet's signature. */
export type SelfProof = { memberId: string; purpose: Purpose } & (
  | { password: string; address: string }
  | WalletProof
)

function notYours(): Final {
  return new Final({
    code: 'auth.signature',
    message: 'This wallet is not one of yours.',
    fix: 'Sign with a wallet of this account, or use its password.',
  })
}

/**
 * Returns when the signed-in member has proved once more who it is: a session left open, or stolen, is not enough for
 * what cannot be undone. Wrong passwords count as failed sign-ins do.
 * @throws Final `auth.credentials`, `auth.throttled`, `auth.message`, `auth.nonce`, `auth.signature`; Retryable `auth.busy`
 */
export async function proveOneself(deps: Deps, proof: SelfProof): Promise<void> {
  const { memberId, purpose } = proof
  if ('message' in proof) {
    const address = await proveFor(deps, purpose, proof)
    if ((await walletOwner(deps.sql, address)) !== memberId) throw notYours()
    return
  }
  const login = (await readMember(deps.sql, memberId))?.username ?? ''
  const proved = await passwordLogin(deps, { login, password: proof.password, address: proof.address })
  if (proved !== memberId) throw notYours()
}
