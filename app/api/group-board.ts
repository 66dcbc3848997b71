import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { groupBoardShape } from '../../core/group/shape.ts'
import { readCursor } from '../../core/karma/leaderboard.ts'
import { periodShape } from '../../core/karma/period.ts'
import { requireFeature } from '../../db/features/now.ts'
import { readGroupBoard } from '../../db/groups/board.ts'
import type { Api, Env } from './context.ts'
import { groupParams as params, placeOf, readerOf, groupTags as tags } from './group-reader.ts'
import { answer, newRouter } from './router.ts'

const boardRoute = createRoute({
  tags,
  method: 'get',
  path: '/groups/{slug}/leaderboard',
  summary: 'Who of the group earned the most karma',
  description: 'As the overall leaderboard, of those who are in the group and have what it asks for.',
  request: {
    params,
    query: z.strictObject({
      period: periodShape.default('all'),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      /** Of the page before. */
      cursor: z.string().max(300).optional(),
    }),
  },
  responses: { 200: answer(groupBoardShape.meta({ id: 'GroupBoard' }), 'One page') },
})

export function groupBoardRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter().openapi(boardRoute, async (c) => {
    await requireFeature(api.sql, 'app.leaderboard')
    const { cursor, ...query } = c.req.valid('query')
    const asked = { ...c.req.valid('param'), ...(await readerOf(c, api)) }
    return c.json(
      await readGroupBoard(api.sql, { ...asked, ...query, after: placeOf(cursor, readCursor) }),
      200,
    )
  })
}
