import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { Final } from '../../core/errors.ts'
import { hashShape, publishedRulesetShape, rulesShape, standingShape } from '../../core/karma/shape.ts'
import { findRuleset, readRules } from '../../db/karma/read-rules.ts'
import { readStanding } from '../../db/karma/read-standing.ts'
import type { Api, Env } from './context.ts'
import { membersOnly } from './members-only.ts'
import { answer, newRouter } from './router.ts'

const tags = ['karma']

const rulesRoute = createRoute({
  method: 'get',
  path: '/karma/rules',
  tags,
  summary: 'The rules that hold now: in words, as data, with what votes changed and what held before',
  responses: { 200: answer(rulesShape.meta({ id: 'KarmaRules' }), 'The rules') },
})

const rulesetRoute = createRoute({
  method: 'get',
  path: '/karma/rules/{hash}',
  tags,
  summary: 'The rule set that a mint names by its hash',
  request: { params: z.strictObject({ hash: hashShape }) },
  responses: { 200: answer(publishedRulesetShape.meta({ id: 'KarmaRuleset' }), 'The rule set') },
})

const standingRoute = createRoute({
  method: 'get',
  path: '/karma/standing',
  tags,
  summary: "The member's trust level, what the next one takes, and what is left of caps and budgets",
  responses: { 200: answer(standingShape.meta({ id: 'KarmaStanding' }), 'Where one stands') },
})

export function karmaRoutes(api: Api): OpenAPIHono<Env> {
  const members = membersOnly(api)
  return newRouter()
    .openapi(rulesRoute, async (c) => c.json(await readRules(api.sql), 200))
    .openapi(rulesetRoute, async (c) => {
      const { hash } = c.req.valid('param')
      const found = await findRuleset(api.sql, `0x${hash.slice(2)}`)
      if (found) return c.json(found, 200)
      throw new Final({
        code: 'ruleset.not-found',
        message: 'No award of ours was decided by a rule set with this hash.',
        fix: 'Take the hash from the AwardBatch event of the mint, in lower case.',
      })
    })
    .openapi({ ...standingRoute, ...members }, async (c) => {
      const { memberId } = c.get('session')
      return c.json(await readStanding(api.sql, { memberId, now: api.now() }), 200)
    })
}
