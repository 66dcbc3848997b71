import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { Final } from '../../core/errors.ts'
import { photoInputShape, photoShape } from '../../core/photo/shape.ts'
import { readPhoto } from '../../db/photos/read.ts'
import { addRestockPhoto, requireWitness } from '../../db/restocks/photo.ts'
import { createRedraw } from '../photos/redraw.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, newRouter } from './router.ts'

const params = z.strictObject({ id: z.uuid() })

const addRoute = createRoute({
  method: 'post',
  path: '/restocks/{id}/photos',
  tags: ['restocks'],
  summary: 'Show a restock that one reported or confirmed',
  description:
    'JPEG, PNG or WebP, of 8 MB at most. Kept is a WebP of 1600 pixels at most without place, time, camera or any other note.',
  request: { params, body: body(photoInputShape.meta({ id: 'PhotoInput' })) },
  responses: { 201: answer(photoShape.meta({ id: 'Photo' }), 'The photo as it is kept') },
})

const readRoute = createRoute({
  method: 'get',
  path: '/photos/{id}',
  tags: ['restocks'],
  summary: 'A photo',
  request: { params },
  responses: {
    200: {
      description: 'The picture',
      content: { 'image/webp': { schema: z.string().meta({ format: 'binary' }) } },
    },
  },
})

/**
 * Never changes, and may be gone tomorrow with its member: kept for a day, no longer. Opened by itself it is a picture and
 * nothing else, whatever its bytes are.
 */
const headers = {
  'content-type': 'image/webp',
  'cache-control': 'public, max-age=86400, immutable',
  'content-disposition': 'inline; filename="photo.webp"',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
}

export function photoRoutes(api: Api): OpenAPIHono<Env> {
  const redraw = createRedraw()
  return newRouter()
    .openapi({ ...addRoute, ...membersOnly(api) }, async (c) => {
      const { memberId } = c.get('session')
      const restockId = c.req.valid('param').id
      // Before the work of drawing.
      await requireWitness(api.sql, { restockId, memberId })
      const drawn = await redraw(Buffer.from(c.req.valid('json').image, 'base64'))
      return c.json(await addRestockPhoto(api.sql, { restockId, memberId, ...drawn, now: api.now() }), 201)
    })
    .openapi(readRoute, async (c) => {
      const webp = await readPhoto(api.sql, c.req.valid('param').id)
      if (webp) return c.body(new Uint8Array(webp), 200, headers)
      throw new Final({
        code: 'photo.not-found',
        message: 'There is no such photo.',
        fix: 'Its member may have left, and took it along.',
      })
    })
}
