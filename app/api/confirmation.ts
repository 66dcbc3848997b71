import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Purpose, statements } from '../../core/member/statements.ts'
import { confirmMember } from '../auth/confirm.ts'
import { requirePurpose } from '../auth/purpose.ts'
import { browserOf } from './browser.ts'
import type { Api } from './context.ts'
import { addressOf } from './credentials.ts'
import { passwordShape } from './password-shape.ts'
import { walletProofShape } from './wallet-proof.ts'

/** Either of the two ways in, of a member who is signed in already: the password, or a signed message. */
export const confirmationSchema = z
  .strictObject({ password: passwordShape.optional(), proof: walletProofShape.optional() })
  .meta({ id: 'Confirmation' })

/** For a route's description: what the wallet must be asked to sign. */
export function saying(purpose: Purpose): string {
  return `A signed message must carry the statement "${statements[purpose]}"`
}

type Ask = { memberId: string; given: z.infer<typeof confirmationSchema>; purpose: Purpose }

/**
 * Returns when the body proves that the one who asks is the member, for this very purpose.
 * @throws Final as `confirmMember` does, and `auth.message` for a message that was signed for something else
 */
export async function confirmFor(c: Context, api: Api, { memberId, given, purpose }: Ask): Promise<void> {
  const { password, proof } = given
  if (proof) requirePurpose(proof.message, purpose)
  await confirmMember(api, memberId, {
    password,
    proof: proof && { ...proof, browser: browserOf(c, api) },
    address: addressOf(c),
  })
}
