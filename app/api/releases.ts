import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { daysOf, type ReleaseQuery, releaseQueryShape } from '../../core/release/asked.ts'
import { type Release, releaseShape } from '../../core/release/shape.ts'
import { listReleases } from '../../db/releases/read.ts'
import { calendarOf } from './calendar.ts'
import type { Api, Env } from './context.ts'
import { answer, listOf, newRouter } from './router.ts'

const tags = ['releases']
const request = { query: releaseQueryShape }

/** Days before and after today, where nobody says which. */
const onPage = { back: 1, ahead: 90 }
const subscribed = { back: 60, ahead: 400 }

const listRoute = createRoute({
  method: 'get',
  path: '/releases',
  tags,
  summary: 'What comes out when and where, drops too, the soonest first',
  description:
    'Days are whole ones on the clock of each shop, both included. Without them: from yesterday to 90 days ahead. At most 1000.',
  request,
  responses: { 200: answer(listOf(releaseShape.meta({ id: 'Release' })), 'All of them') },
})

const calendarRoute = createRoute({
  method: 'get',
  path: '/releases.ics',
  tags,
  summary: 'The same as an iCalendar to subscribe to',
  description: 'Without days: from 60 days back to 400 ahead.',
  request,
  middleware: etag(),
  responses: {
    200: { description: 'RFC 5545', content: { 'text/calendar': { schema: z.string() } } },
  },
})

export function releaseRoutes({ sql, now, origin }: Api): OpenAPIHono<Env> {
  const read = (asked: ReleaseQuery, window: typeof onPage): Promise<Release[]> =>
    listReleases(sql, {
      ...daysOf(asked, now(), window),
      sneakerId: asked.sneaker_id,
      storeId: asked.store_id,
    })
  return newRouter()
    .openapi(listRoute, async (c) => c.json({ items: await read(c.req.valid('query'), onPage) }, 200))
    .openapi(calendarRoute, async (c) =>
      c.body(calendarOf(await read(c.req.valid('query'), subscribed), origin), 200, {
        'content-type': 'text/calendar; charset=utf-8',
        // The same for everyone; asked again each time, and mostly answered with 304.
        'cache-control': 'public, no-cache',
      }),
    )
}
