import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { parseCell } from '../../core/cell/cell.ts'
import { cellShape } from '../../core/cell/shape.ts'
import { Final } from '../../core/errors.ts'
import {
  type After,
  honoursShape,
  type Leaderboard,
  leaderboardShape,
  listingShape,
  readCursor,
  type Scope,
  scopeShape,
} from '../../core/karma/leaderboard.ts'
import { periodShape, periodStart } from '../../core/karma/period.ts'
import { requireFeature } from '../../db/features/now.ts'
import { readHonours } from '../../db/leaderboard/honours.ts'
import { isListed, setListed } from '../../db/leaderboard/listing.ts'
import { readBoard } from '../../db/leaderboard/read.ts'
import { cityName, streetName } from '../../db/places/name.ts'
import { readSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { membersOnly } from './members-only.ts'
import { answer, body, newRouter } from './router.ts'

const tags = ['karma']
const listingSchema = listingShape.meta({ id: 'LeaderboardListing' })

const boardQuery = z.strictObject({
  scope: scopeShape.default('overall'),
  /** Of a city or a street, where the scope is one. */
  cell: cellShape.optional(),
  period: periodShape.default('all'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** Of the page before. */
  cursor: z.string().max(300).optional(),
})

const boardRoute = createRoute({
  method: 'get',
  path: '/karma/leaderboard',
  tags,
  summary: 'Who earned the most karma: overall, in a city or in a street',
  description:
    'Matured awards that were not taken back count, by the time of the act, a few seconds after they mature. Who does not ' +
    'want to be listed is left out.',
  request: { query: boardQuery },
  responses: { 200: answer(leaderboardShape.meta({ id: 'Leaderboard' }), 'One page') },
})

const honoursRoute = createRoute({
  method: 'get',
  path: '/karma/honours',
  tags,
  summary: "The member's streak, and how far each badge is",
  responses: { 200: answer(honoursShape.meta({ id: 'Honours' }), 'Streak and badges') },
})

const listingRoute = createRoute({
  method: 'get',
  path: '/me/leaderboard',
  tags,
  summary: 'Whether the member is on leaderboards',
  responses: { 200: answer(listingSchema, 'The setting') },
})

const listRoute = createRoute({
  method: 'put',
  path: '/me/leaderboard',
  tags,
  summary: 'Be on leaderboards, or not',
  request: { body: body(listingSchema) },
  responses: { 200: answer(listingSchema, 'The setting, saved') },
})

/** The cell of the board that is asked for; empty for the overall one. @throws Final `cell.invalid` */
function cellOf(scope: Scope, cell: string | undefined): string {
  if ((scope === 'overall') !== (cell === undefined))
    throw new Final({
      code: 'cell.invalid',
      message:
        cell === undefined ? `A board of a ${scope} needs its cell.` : 'The overall board has no cell.',
      fix: 'Send cell with scope city or street, and neither for everyone; /api/karma/places lists the cells.',
    })
  return scope === 'overall' || cell === undefined ? '' : parseCell(cell, scope)
}

function afterOf(cursor: string | undefined): After | undefined {
  if (cursor === undefined) return undefined
  const after = readCursor(cursor)
  if (after) return after
  throw new Final({
    code: 'input.invalid',
    message: 'cursor: this is not the cursor of a leaderboard.',
    fix: 'Send the cursor of the page before as it came, or none for the first page.',
  })
}

async function nameOf({ sql }: Api, scope: Scope, cell: string): Promise<string | null> {
  if (scope === 'overall') return null
  return (await (scope === 'city' ? cityName(sql, cell) : streetName(sql, cell))) ?? null
}

type Ask = z.infer<typeof boardQuery> & { memberId: string | null }

async function boardOf(api: Api, { scope, cell: given, cursor, ...ask }: Ask): Promise<Leaderboard> {
  await requireFeature(api.sql, 'app.leaderboard')
  const [cell, after, now] = [cellOf(scope, given), afterOf(cursor), api.now()]
  const page = await readBoard(api.sql, { ...ask, cell, after, now })
  return {
    scope,
    cell: cell || null,
    place: await nameOf(api, scope, cell),
    period: ask.period,
    since: periodStart(ask.period, now)?.toISOString() ?? null,
    ...page,
  }
}

export function leaderboardRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi(boardRoute, async (c) => {
      const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
      return c.json(await boardOf(api, { memberId, ...c.req.valid('query') }), 200)
    })
    .openapi({ ...honoursRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await readHonours(api.sql, { memberId, now: api.now() }), 200)
    })
    .openapi({ ...listingRoute, ...members }, async (c) => {
      return c.json({ listed: await isListed(api.sql, c.get('session').memberId) }, 200)
    })
    .openapi({ ...listRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      await setListed(api.sql, memberId, c.req.valid('json').listed)
      return c.json({ listed: await isListed(api.sql, memberId) }, 200)
    })
}
