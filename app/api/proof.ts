import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Purpose } from '../../core/member/statements.ts'
import { statements } from '../../core/member/statements.ts'
import type { Hex } from '../../db/bytes.ts'
import type { SelfProof } from '../auth/prove-oneself.ts'
import type { WalletProof } from '../auth/prove-wallet.ts'
import { boundBrowser } from './browser.ts'
import type { Api, Env } from './context.ts'
import { addressOf } from './credentials.ts'

const proofShape = z.strictObject({
  message: z.string().max(4000),
  signature: z.string().regex(/^0x[0-9a-fA-F]{130}$/, '0x and 130 hex digits (65 bytes)'),
})
export const siweProofSchema = proofShape.meta({ id: 'SiweProof' })

/** Either of the two ways in, of a member who is signed in already. */
export const selfProofSchema = z
  .union([z.strictObject({ password: z.string().min(1).max(1000) }), proofShape])
  .meta({ id: 'SelfProof' })

/** For a route's description: what the wallet must be asked to sign. */
export function saying(purpose: Purpose): string {
  return `A signed message must carry the statement "${statements[purpose]}"`
}

/** A signed message with the browser that it must come from. */
export function walletProof<Any extends Env>(
  c: Context<Any>,
  api: Api,
  { message, signature }: z.infer<typeof proofShape>,
): WalletProof {
  return { message, signature: signature as Hex, browser: boundBrowser(c, api) }
}

/** The body's proof, with what the check of it needs to know of the request. */
export function selfProof<Any extends Env>(
  c: Context<Any>,
  api: Api,
  { given, ...rest }: { given: z.infer<typeof selfProofSchema>; memberId: string; purpose: Purpose },
): SelfProof {
  if ('password' in given) return { ...rest, password: given.password, address: addressOf(c) }
  return { ...rest, ...walletProof(c, api, given) }
}
