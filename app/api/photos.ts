import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { photoKeys } from '../../adapters/photos/store.ts'
import { Final } from '../../core/errors.ts'
import { photoInputShape, photoShape } from '../../core/photo/shape.ts'
import { type FoundPhoto, findPhoto, isPublic, seesPhoto } from '../../db/photos/read.ts'
import { sendPhoto } from '../../db/photos/send.ts'
import { addRestockPhoto, requireWitness } from '../../db/restocks/photo.ts'
import { readSession } from '../auth/session.ts'
import { storePhoto } from '../photos/keep.ts'
import { createRedraw } from '../photos/redraw.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, newRouter } from './router.ts'

const params = z.strictObject({ id: z.uuid() })
const photoInput = photoInputShape.meta({ id: 'PhotoInput' })
const photo = photoShape.meta({ id: 'Photo' })

const sendRoute = createRoute({
  method: 'post',
  path: '/photos',
  tags: ['community'],
  summary: 'Send a photo for a post',
  description:
    'JPEG, PNG or WebP, of 8 MB at most. Kept is a WebP of 1600 pixels at most without place, time, camera or any other note. One that no post shows within a day is deleted.',
  request: { body: body(photoInput) },
  responses: { 201: answer(photo, 'The photo as it is kept; name its id in the post') },
})

const addRoute = createRoute({
  method: 'post',
  path: '/restocks/{id}/photos',
  tags: ['restocks'],
  summary: 'Show a restock that one reported or confirmed',
  description:
    'JPEG, PNG or WebP, of 8 MB at most. Kept is a WebP of 1600 pixels at most without place, time, camera or any other note.',
  request: { params, body: body(photoInput) },
  responses: { 201: answer(photo, 'The photo as it is kept') },
})

const picture = {
  200: {
    description: 'The picture',
    content: { 'image/webp': { schema: z.string().meta({ format: 'binary' }) } },
  },
}

const readRoute = createRoute({
  ...{ method: 'get', path: '/photos/{id}', tags: ['restocks'], summary: 'A photo' },
  request: { params },
  responses: picture,
})

const thumbRoute = createRoute({
  ...{ method: 'get', path: '/photos/{id}/thumb', tags: ['restocks'] },
  summary: 'A photo made small, 320 pixels at most',
  request: { params },
  responses: picture,
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

/** What not everybody sees is kept by nobody on the way. */
const privately = { ...headers, 'cache-control': 'private, no-store' }

type Size = 'full' | 'thumb'

async function maySee(c: Context<Env>, api: Api, photo: FoundPhoto): Promise<boolean> {
  if (isPublic(photo)) return true
  const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
  return seesPhoto(api.sql, { photo, memberId, now: api.now() })
}

/**
 * A photo or its thumbnail; of photos of before, which have none, the photo itself.
 * @throws Final `photo.not-found`, also of one that is not for whoever asks
 */
async function show(c: Context<Env>, api: Api, { id, size }: { id: string; size: Size }): Promise<Response> {
  const photo = await findPhoto(api.sql, id)
  const isSeen = photo !== undefined && (await maySee(c, api, photo))
  const webp = isSeen ? (photo.webp ?? (await api.photos.get(photoKeys(id)[size]))) : undefined
  if (photo && webp) return c.body(new Uint8Array(webp), 200, isPublic(photo) ? headers : privately)
  throw new Final({
    code: 'photo.not-found',
    message: 'There is no such photo.',
    fix: 'Its member may have left, and took it along.',
  })
}

export function photoRoutes(api: Api): OpenAPIHono<Env> {
  const redraw = createRedraw()
  const drawn = async (image: string) => storePhoto(api, await redraw(Buffer.from(image, 'base64')))
  return newRouter()
    .openapi({ ...sendRoute, ...membersOnly(api) }, async (c) => {
      const { memberId } = c.get('session')
      const stored = await drawn(c.req.valid('json').image)
      return c.json(await sendPhoto(api.sql, { ...stored, memberId, now: api.now() }), 201)
    })
    .openapi({ ...addRoute, ...membersOnly(api) }, async (c) => {
      const { memberId } = c.get('session')
      const restockId = c.req.valid('param').id
      // Before the work of drawing.
      await requireWitness(api.sql, { restockId, memberId })
      const stored = await drawn(c.req.valid('json').image)
      return c.json(await addRestockPhoto(api.sql, { restockId, memberId, ...stored, now: api.now() }), 201)
    })
    .openapi(readRoute, (c) => show(c, api, { ...c.req.valid('param'), size: 'full' }))
    .openapi(thumbRoute, (c) => show(c, api, { ...c.req.valid('param'), size: 'thumb' }))
}
