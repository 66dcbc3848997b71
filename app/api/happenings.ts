import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { etag } from 'hono/etag'
import { parseCell } from '../../core/cell/cell.ts'
import { middleOf } from '../../core/cell/disk.ts'
import { cellShape } from '../../core/cell/shape.ts'
import { MOST_KM } from '../../core/geo/shape.ts'
import { type Happening, happeningShape } from '../../core/happening/shape.ts'
import { type HappeningsAsked, listHappenings } from '../../db/happenings/list.ts'
import { unknownHappening } from '../../db/happenings/write.ts'
import { readSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { happeningsCalendar } from './happenings-calendar.ts'
import { answer, listOf, newRouter } from './router.ts'

const tags = ['happenings']
export const happeningSchema = happeningShape.meta({ id: 'Happening' })
export const idParams = z.strictObject({ id: z.uuid() })
const text = { 'text/calendar': { schema: z.string() } }

const query = z.strictObject({
  /** An H3 cell of resolution 7: around its middle. Without it everywhere. */
  near: cellShape.optional(),
  km: z.coerce.number().min(1).max(MOST_KM).default(25),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
type Query = z.infer<typeof query>

const listRoute = createRoute({
  method: 'get',
  path: '/happenings',
  tags,
  summary: 'Meet-ups, lines, releases and drops, the soonest first',
  description: 'Those that are not over at `from` (now) and start before `to` (30 days after).',
  request: { query },
  responses: { 200: answer(listOf(happeningSchema), 'All of them, up to the limit') },
})

const calendarRoute = createRoute({
  method: 'get',
  path: '/happenings.ics',
  tags,
  summary: 'The same as an iCalendar to subscribe to',
  request: { query: query.pick({ near: true, km: true }) },
  middleware: etag(),
  responses: { 200: { description: 'RFC 5545', content: text } },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/happenings/{id}',
  tags,
  summary: 'One of them',
  request: { params: idParams },
  responses: { 200: answer(happeningSchema, 'The event') },
})

const oneCalendarRoute = createRoute({
  method: 'get',
  path: '/happenings/{id}/event.ics',
  tags,
  summary: 'One of them for a calendar',
  request: { params: idParams },
  responses: { 200: { description: 'RFC 5545', content: text } },
})

const DAY_MS = 86_400_000
const AHEAD_DAYS = 30
const SUBSCRIBED_DAYS = { back: 30, ahead: 400 }

function windowOf({ from, to }: Pick<Query, 'from' | 'to'>, now: Date) {
  const start = from === undefined ? now : new Date(from)
  return {
    from: start,
    to: to === undefined ? new Date(start.getTime() + AHEAD_DAYS * DAY_MS) : new Date(to),
  }
}

/** Around the cell that was sent, if any. @throws Final `cell.invalid` */
function around({ places }: Api, { near, km }: Pick<Query, 'near' | 'km'>): Pick<HappeningsAsked, 'near'> {
  if (near === undefined) return {}
  return { near: { from: middleOf(parseCell(near, 'area')), metres: km * 1000, engine: places.engine } }
}

/** One of them as this reader sees it. @throws Final `happening.not-found` */
export async function happeningFor({ sql }: Api, id: string, memberId: string | null): Promise<Happening> {
  const [found] = await listHappenings(sql, { id, memberId })
  if (found) return found
  throw unknownHappening()
}

const asCalendar = (c: Context, calendar: string) =>
  c.body(calendar, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'public, no-cache',
  })

export function happeningRoutes(api: Api): OpenAPIHono<Env> {
  const { sql, now, origin } = api
  const reader = async (c: Context) => (await readSession(api, credentialsOf(c)))?.memberId ?? null
  return newRouter()
    .openapi(listRoute, async (c) => {
      const asked = c.req.valid('query')
      const window = { ...windowOf(asked, now()), ...around(api, asked), limit: asked.limit }
      return c.json({ items: await listHappenings(sql, { ...window, memberId: await reader(c) }) }, 200)
    })
    .openapi(calendarRoute, async (c) => {
      const [from, to] = [-SUBSCRIBED_DAYS.back, SUBSCRIBED_DAYS.ahead].map(
        (days) => new Date(now().getTime() + days * DAY_MS),
      )
      const near = around(api, c.req.valid('query'))
      const items = await listHappenings(sql, {
        ...near,
        memberId: null,
        ...(from && { from }),
        ...(to && { to }),
      })
      return asCalendar(c, happeningsCalendar(items, origin))
    })
    .openapi(oneRoute, async (c) =>
      c.json(await happeningFor(api, c.req.valid('param').id, await reader(c)), 200),
    )
    .openapi(oneCalendarRoute, async (c) =>
      asCalendar(c, happeningsCalendar([await happeningFor(api, c.req.valid('param').id, null)], origin)),
    )
}
