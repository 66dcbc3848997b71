import type { Hex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { createSiweMessage } from 'viem/siwe'
import { z } from 'zod'
import { ask } from './http.ts'
import type { Jar } from './jar.ts'

type Fields = Parameters<typeof createSiweMessage>[0]
export type SiweChange = Partial<Fields>
export type Proof = { message: string; signature: Hex }
type Signer = { address: Hex; signMessage: (of: { message: string }) => Promise<Hex> }

const nonceShape = z.object({ nonce: z.string(), domain: z.string(), chain_id: z.int() })

/** A new key of one's own. */
export const newAccount = () => privateKeyToAccount(generatePrivateKey())

/** The fields of a good message for a new nonce, asked for by a browser or by a client without one. */
export async function siweFields(origin: string, address: Hex, jar?: Jar): Promise<Fields> {
  const asked = await (jar
    ? jar.ask('/auth/nonce', { method: 'POST' })
    : ask(`${origin}/api/auth/nonce`, { method: 'POST' }))
  const { nonce, domain, chain_id } = nonceShape.parse(await asked.json())
  const [issuedAt, expirationTime] = [new Date(), new Date(Date.now() + 300_000)]
  return {
    address,
    domain,
    uri: origin,
    version: '1',
    chainId: chain_id,
    nonce,
    issuedAt,
    expirationTime,
  }
}

/** A good message with some fields changed, signed. */
export async function proofBy(
  origin: string,
  account: Signer,
  { jar, ...change }: SiweChange & { jar?: Jar } = {},
): Promise<Proof> {
  const fields = await siweFields(origin, account.address, jar)
  const message = createSiweMessage({ ...fields, ...change })
  return { message, signature: await account.signMessage({ message }) }
}

/** Presents a proof as a client without cookies. */
export const presentProof = (origin: string, proof: Proof, token?: string) =>
  ask(`${origin}/api/auth/verify`, { body: proof, token })
