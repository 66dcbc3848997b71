import type { Hex } from 'viem'
import { request } from '../api/request.ts'

/** How long the signed message may be used; the server's nonce lives no longer. */
const VALID_MS = 5 * 60 * 1000

type Signer = {
  address: Hex
  sign: (message: string) => Promise<Hex>
}

/**
 * Signs in by wallet (EIP-4361); signed in already, it links the wallet instead.
 * The cookie of the session comes with the answer.
 * @throws Problem when the server refuses; whatever the wallet throws when the member declines
 */
export async function signInWithWallet({ address, sign }: Signer) {
  const [{ createSiweMessage }, { getAddress }] = await Promise.all([import('viem/siwe'), import('viem')])
  const { nonce, domain, chain_id } = await request({
    path: '/auth/nonce',
    shape: 'nonce',
    method: 'POST',
    body: {},
  })
  const now = Date.now()
  const message = createSiweMessage({
    address: getAddress(address),
    chainId: chain_id,
    domain,
    nonce,
    uri: window.location.origin,
    version: '1',
    statement: 'Sign in to SNPD. This costs nothing and moves nothing.',
    issuedAt: new Date(now),
    expirationTime: new Date(now + VALID_MS),
  })
  const signature = await sign(message)
  return request({ path: '/auth/verify', shape: 'signedIn', method: 'POST', body: { message, signature } })
}
