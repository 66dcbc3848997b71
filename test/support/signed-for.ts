import type { PrivateKeyAccount } from 'viem/accounts'
import { createSiweMessage } from 'viem/siwe'
import { z } from 'zod'
import { type Purpose, statements } from '../../core/member/statements.ts'
import { ask } from './http.ts'

const nonceShape = z.object({ nonce: z.string(), domain: z.string(), chain_id: z.int() })

/** A fresh proof by this account, for a purpose or plainly to sign in, as an API client makes it. */
export async function siweProof(origin: string, account: PrivateKeyAccount, purpose?: Purpose) {
  const answer = await ask(`${origin}/api/auth/nonce`, { body: {} })
  const { nonce, domain, chain_id: chainId } = nonceShape.parse(await answer.json())
  const message = createSiweMessage({
    address: account.address,
    domain,
    uri: origin,
    version: '1',
    chainId,
    nonce,
    statement: purpose && statements[purpose],
    issuedAt: new Date(),
    expirationTime: new Date(Date.now() + 300_000),
  })
  return { message, signature: await account.signMessage({ message }) }
}
