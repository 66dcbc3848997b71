import type { Hex, TypedDataDefinition } from 'viem'
import { request } from '../api/request.ts'

/** How long the signed message may be used; the server's nonce lives no longer. */
const VALID_MS = 5 * 60 * 1000

export type Signer = {
  address: Hex
  sign: (message: string) => Promise<Hex>
  /** EIP-712, `eth_signTypedData_v4`; the wallet is on our chain then. */
  signTyped: (data: TypedDataDefinition) => Promise<Hex>
}

/**
 * A message of EIP-4361 with this statement, signed; good for one request.
 * @throws Problem when the server refuses; whatever the wallet throws when the member declines
 */
export async function signStatement({ address, sign }: Signer, statement: string) {
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
    statement,
    issuedAt: new Date(now),
    expirationTime: new Date(now + VALID_MS),
  })
  return { message, signature: await sign(message) }
}

/** Signs in by wallet. The cookie of the session comes with the answer. @throws as signStatement does */
export async function signInWithWallet(signer: Signer) {
  const body = await signStatement(signer, 'Sign in to SNPD. This costs nothing and moves nothing.')
  return request({ path: '/auth/verify', shape: 'signedIn', method: 'POST', body })
}
