import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { parseCell } from '../../core/cell/cell.ts'
import { cellShape } from '../../core/cell/shape.ts'
import { Final } from '../../core/errors.ts'
import { cityDetailShape, cityShape } from '../../core/karma/place.ts'
import { listCities, readCity } from '../../db/places/cities.ts'
import type { Api, Env } from './context.ts'
import { answer, listOf, newRouter } from './router.ts'

const tags = ['karma']

const listRoute = createRoute({
  method: 'get',
  path: '/karma/places',
  tags,
  summary: 'Cities with stores in them',
  responses: { 200: answer(listOf(cityShape.meta({ id: 'City' })), 'H3 cells of resolution 5') },
})

const cityRoute = createRoute({
  method: 'get',
  path: '/karma/places/{cell}',
  tags,
  summary: 'One city: its streets, its scout pool of this epoch, and what finds pay where',
  request: { params: z.strictObject({ cell: cellShape }) },
  responses: { 200: answer(cityDetailShape.meta({ id: 'CityDetail' }), 'Streets are cells of resolution 8') },
})

export function placeRoutes({ sql, now }: Api): OpenAPIHono<Env> {
  return newRouter()
    .openapi(listRoute, async (c) => c.json({ items: await listCities(sql) }, 200))
    .openapi(cityRoute, async (c) => {
      const city = await readCity(sql, { city: parseCell(c.req.valid('param').cell, 'city'), now: now() })
      if (city) return c.json(city, 200)
      throw new Final({
        code: 'cell.unknown',
        message: 'No store is in this city cell.',
        fix: 'Choose one of /api/karma/places.',
      })
    })
}
