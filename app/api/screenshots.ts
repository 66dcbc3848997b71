import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { Final } from '../../core/errors.ts'
import { readScreenshot } from '../../db/purchases/screenshot.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { newRouter } from './router.ts'

const screenshotRoute = createRoute({
  method: 'get',
  path: '/purchase-requests/{id}/screenshots/{event_id}',
  tags: ['checkout'],
  summary: "What the worker saw at one step of the member's request",
  request: {
    params: z.strictObject({
      id: z.uuid(),
      event_id: z.coerce
        .number()
        .int()
        .min(1)
        .max(2 ** 53 - 1),
    }),
  },
  responses: {
    200: {
      description: 'The page as the worker saw it',
      content: { 'image/jpeg': { schema: z.string().meta({ format: 'binary' }) } },
    },
  },
})

export function screenshotRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter().openapi({ ...screenshotRoute, ...members }, async (c) => {
    const { memberId } = c.get('session')
    const { id, event_id: eventId } = c.req.valid('param')
    const jpeg = await readScreenshot(api.sql, { id, eventId, memberId })
    if (jpeg) {
      // Of this member alone, and it never changes.
      const headers = { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=86400, immutable' }
      return c.body(new Uint8Array(jpeg), 200, headers)
    }
    throw new Final({
      code: 'checkout.not-found',
      message: 'There is no such picture.',
      fix: 'Look at the request.',
    })
  })
}
