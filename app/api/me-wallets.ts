import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { linkedWalletShape, walletShape } from '../../core/member/shape.ts'
import type { Hex } from '../../db/bytes.ts'
import { linkWallet, listWallets, payTo, unlinkWallet } from '../../db/members/wallets.ts'
import { inTransaction } from '../../db/transaction.ts'
import { requireConfirmed } from '../auth/confirmed.ts'
import { requirePurpose } from '../auth/purpose.ts'
import { proveWallet } from '../auth/wallet-proof.ts'
import { browserOf } from './browser.ts'
import { saying } from './confirmation.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'
import { walletProofShape } from './wallet-proof.ts'

const tags = ['members']
const walletsSchema = listOf(linkedWalletShape.meta({ id: 'LinkedWallet' }))
const params = z.strictObject({ address: walletShape })

const listRoute = createRoute({
  tags,
  method: 'get',
  path: '/me/wallets',
  summary: "The member's wallets, in the order they were linked",
  responses: { 200: answer(walletsSchema, 'All of them') },
})

const linkRoute = createRoute({
  tags,
  method: 'post',
  path: '/me/wallets',
  summary: 'Link a wallet by its signature; 403 auth.confirm asks for a fresh proof of who asks',
  description: saying('link'),
  request: { body: body(walletProofShape) },
  responses: { 201: answer(walletsSchema, 'All of them, the new one too') },
})

const payRoute = createRoute({
  tags,
  method: 'patch',
  path: '/me/wallets/{address}',
  summary: 'Have later awards minted to this wallet',
  request: { params, body: body(z.strictObject({ paid_to: z.literal(true) }).meta({ id: 'WalletChange' })) },
  responses: { 200: answer(walletsSchema, 'All of them') },
})

const unlinkRoute = createRoute({
  tags,
  method: 'delete',
  path: '/me/wallets/{address}',
  summary: 'Unlink a wallet; no other member can link it for 30 days, and the last way in stays',
  request: { params },
  responses: { 200: answer(walletsSchema, 'What is left') },
})

export function walletRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  const list = async (memberId: string) => ({ items: await listWallets(api.sql, memberId) })
  return newRouter()
    .openapi({ ...listRoute, ...members }, async (c) => c.json(await list(c.get('session').memberId), 200))
    .openapi({ ...linkRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      await requireConfirmed(api, c.get('session'))
      const proof = c.req.valid('json')
      requirePurpose(proof.message, 'link')
      const address = await proveWallet(api, { ...proof, browser: browserOf(c, api) })
      await inTransaction(api.sql, (tx) => linkWallet(tx, memberId, address))
      return c.json(await list(memberId), 201)
    })
    .openapi({ ...payRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      await requireConfirmed(api, c.get('session'))
      const address = c.req.valid('param').address as Hex
      await inTransaction(api.sql, (tx) => payTo(tx, { memberId, address }))
      return c.json(await list(memberId), 200)
    })
    .openapi({ ...unlinkRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      await requireConfirmed(api, c.get('session'))
      const address = c.req.valid('param').address as Hex
      await inTransaction(api.sql, (tx) => unlinkWallet(tx, { memberId, address }))
      return c.json(await list(memberId), 200)
    })
}
