import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { parseCell, placeOf } from '../../core/cell/cell.ts'
import { middleOf, type Position } from '../../core/cell/disk.ts'
import { cellShape } from '../../core/cell/shape.ts'
import { Final } from '../../core/errors.ts'
import { MAP_METRES, mapShape } from '../../core/geo/map.ts'
import { questionShape } from '../../core/geo/question.ts'
import { foundPlacesShape, MOST_KM, nearStoreShape } from '../../core/geo/shape.ts'
import { listHappenings } from '../../db/happenings/list.ts'
import { readHexes, readLines } from '../../db/places/activity.ts'
import { storesNear } from '../../db/places/stores-near.ts'
import { standOf } from '../../db/veil/viewer.ts'
import { readSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { answer, listOf, newRouter } from './router.ts'

const tags = ['places']

const findRoute = createRoute({
  method: 'get',
  path: '/places/find',
  tags,
  summary: 'The area of an address, a city or a ZIP code',
  description:
    'For whole questions, not for each letter of one: services behind it forbid that. The source must be shown beside it.',
  request: { query: z.strictObject({ q: questionShape }) },
  responses: {
    200: answer(foundPlacesShape.meta({ id: 'FoundPlaces' }), 'The likeliest first; none is fine'),
  },
})

const storesRoute = createRoute({
  method: 'get',
  path: '/places/stores',
  tags,
  summary: 'Shops around a cell or an address, the nearest first',
  request: {
    query: z
      .strictObject({
        /** An H3 cell of resolution 7; or else: */
        near: cellShape.optional(),
        q: questionShape.optional(),
        km: z.coerce.number().min(0.1).max(MOST_KM).default(10),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      })
      .refine(({ near, q }) => (near === undefined) !== (q === undefined), {
        message: 'say a cell or an address, and not both',
        path: ['near'],
      }),
  },
  responses: {
    200: answer(listOf(nearStoreShape.meta({ id: 'NearStore' })), 'All of them, up to the limit'),
  },
})

const mapRoute = createRoute({
  method: 'get',
  path: '/map',
  tags,
  summary: 'What goes on around a cell: hexes by activity, shops, line reports, events',
  request: { query: z.strictObject({ near: cellShape }) },
  responses: { 200: answer(mapShape.meta({ id: 'Map' }), 'Five miles to each side') },
})

/** Most of a map. */
const MOST_STORES = 100
const MOST_HAPPENINGS = 50
const AHEAD_MS = 30 * 86_400_000

/** @throws Final `place.unknown` */
async function positionOf({ places }: Api, asked: { near?: string | undefined; q?: string | undefined }) {
  if (asked.near !== undefined) return middleOf(parseCell(asked.near, 'area'))
  const { spots } = await places.find(asked.q ?? '')
  const [spot] = spots
  if (spot) return spot
  throw new Final({
    code: 'place.unknown',
    message: 'Nobody knows this place.',
    fix: 'Check the spelling, or name the city or a ZIP code.',
  })
}

/** A map is looked at, and nobody goes there by that: who does not stand in the cell already is far away. */
async function readMap(
  { sql, places, now }: Api,
  area: string,
  memberId: string | null,
): Promise<z.infer<typeof mapShape>> {
  const isPeek = memberId === null || (await standOf(sql, memberId))?.cell !== area
  const [from, at]: [Position, Date] = [middleOf(area), now()]
  const near = { from, metres: MAP_METRES, engine: places.engine }
  const window = { from: at, to: new Date(at.getTime() + AHEAD_MS) }
  return {
    cell: area,
    peek: isPeek,
    hexes: await readHexes(sql, { area, now: at, isPeek }),
    stores: await storesNear(sql, places.engine, { from, metres: MAP_METRES, limit: MOST_STORES }),
    lines: isPeek ? [] : await readLines(sql, { area, now: at, memberId }),
    happenings: await listHappenings(sql, { ...window, near, memberId, limit: MOST_HAPPENINGS }),
  }
}

export function nearRoutes(api: Api): OpenAPIHono<Env> {
  const { sql, places } = api
  return newRouter()
    .openapi(findRoute, async (c) => {
      const { spots, licence, onAnyMap } = await places.find(c.req.valid('query').q)
      const items = spots.map((spot) => ({ label: spot.label, cell: placeOf(spot).area }))
      return c.json({ items, source: { ...licence, on_map: onAnyMap } }, 200)
    })
    .openapi(storesRoute, async (c) => {
      const { km, limit, ...asked } = c.req.valid('query')
      const from = await positionOf(api, asked)
      return c.json({ items: await storesNear(sql, places.engine, { from, metres: km * 1000, limit }) }, 200)
    })
    .openapi(mapRoute, async (c) => {
      const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
      return c.json(await readMap(api, parseCell(c.req.valid('query').near, 'area'), memberId), 200)
    })
}
