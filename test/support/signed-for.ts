import type { PrivateKeyAccount } from 'viem/accounts'
import { type Purpose, statements } from '../../core/member/statements.ts'
import { type Proof, proofBy } from './siwe.ts'

/** A fresh proof by this account, for a purpose or plainly to sign in, as an API client makes it. */
export function siweProof(origin: string, account: PrivateKeyAccount, purpose?: Purpose): Promise<Proof> {
  return proofBy(origin, account, { statement: purpose && statements[purpose] })
}
