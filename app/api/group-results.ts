import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { resultBoardShape, resultInputShape, resultShape } from '../../core/group/result.ts'
import { periodShape } from '../../core/karma/period.ts'
import { noteResult } from '../../db/results/note.ts'
import { readResults } from '../../db/results/read.ts'
import { removeResult } from '../../db/results/remove.ts'
import type { Api, Env } from './context.ts'
import { groupParams as params, readerOf, groupTags as tags } from './group-reader.ts'
import { membersOnly } from './members-only.ts'
import { pacedMembers } from './pace.ts'
import { answer, body, newRouter } from './router.ts'

const path = '/groups/{slug}/results'

const readRoute = createRoute({
  tags,
  method: 'get',
  path,
  summary: 'Wins and losses of a group, per shop and adapter',
  request: { params, query: z.strictObject({ period: periodShape.default('all') }) },
  responses: {
    200: answer(resultBoardShape.meta({ id: 'ResultBoard' }), 'The board, and the latest results'),
  },
})

const noteRoute = createRoute({
  tags,
  method: 'post',
  path,
  summary: 'Put a win or a loss on the board, by word or by a checkout of one’s own',
  request: { params, body: body(resultInputShape.meta({ id: 'ResultInput' })) },
  responses: { 201: answer(resultShape.meta({ id: 'GroupResult' }), 'As it stands on the board') },
})

const removeRoute = createRoute({
  tags,
  method: 'delete',
  path: `${path}/{id}`,
  summary: 'Take a result off the board: one’s own, or as a moderator anybody’s',
  request: { params: params.extend({ id: z.uuid() }) },
  responses: { 204: { description: 'Gone' } },
})

/** A group's results board. */
export function groupResultRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter()
    .openapi(readRoute, async (c) => {
      const asked = { ...c.req.valid('param'), ...c.req.valid('query'), ...(await readerOf(c, api)) }
      return c.json(await readResults(api.sql, asked), 200)
    })
    .openapi({ ...noteRoute, ...pacedMembers(api, 'reply') }, async (c) => {
      const by = { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() }
      return c.json(await noteResult(api.sql, { ...by, input: c.req.valid('json') }), 201)
    })
    .openapi({ ...removeRoute, ...membersOnly(api) }, async (c) => {
      const { memberId } = c.get('session')
      await removeResult(api.sql, { ...c.req.valid('param'), memberId, now: api.now() })
      return c.body(null, 204)
    })
}
