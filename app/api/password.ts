import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { changePassword } from '../auth/change-password.ts'
import { requirePurpose } from '../auth/purpose.ts'
import { browserOf } from './browser.ts'
import { saying } from './confirmation.ts'
import type { Api, Env } from './context.ts'
import { addressOf } from './credentials.ts'
import { membersOnly } from './members-only.ts'
import { passwordShape } from './password-shape.ts'
import { body, newRouter } from './router.ts'
import { walletProofShape } from './wallet-proof.ts'

const passwordRoute = createRoute({
  method: 'put',
  path: '/me/password',
  tags: ['members'],
  summary: 'Change the password, or choose a first one; signs out everywhere else',
  description:
    `Confirmed by the current password or by a signed message of a linked wallet. ${saying('confirm')}. ` +
    '15 to 128 characters, 8 beside a linked wallet; no rules of composition, spaces are fine.',
  request: {
    body: body(
      z
        .strictObject({
          password: passwordShape,
          current_password: passwordShape.optional(),
          proof: walletProofShape.optional(),
        })
        .meta({ id: 'PasswordChange' }),
    ),
  },
  responses: { 204: { description: 'Changed' } },
})

export function passwordRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter().openapi({ ...passwordRoute, ...membersOnly(api) }, async (c) => {
    const { password, current_password, proof } = c.req.valid('json')
    if (proof) requirePurpose(proof.message, 'confirm')
    await changePassword(api, {
      ...c.get('session'),
      password,
      confirmation: {
        password: current_password,
        proof: proof && { ...proof, browser: browserOf(c, api) },
        address: addressOf(c),
      },
    })
    return c.body(null, 204)
  })
}
