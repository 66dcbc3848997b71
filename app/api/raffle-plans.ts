import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { planInputShape } from '../../core/raffle/plan.ts'
import { planShape } from '../../core/raffle/shape.ts'
import { planRaffle, withdrawPlan } from '../../db/raffles/plan.ts'
import { listPlans } from '../../db/raffles/plans.ts'
import type { Api, Env } from './context.ts'
import { rolesOnly } from './roles-only.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const tags = ['raffles']
const planSchema = planShape.meta({ id: 'RafflePlan' })
const MOST = 100

const listRoute = createRoute({
  method: 'get',
  path: '/raffle-plans',
  tags,
  summary: 'Raffles as they were described, with those that are not on chain. For admins',
  responses: { 200: answer(listOf(planSchema), `The newest ${MOST}`) },
})

const planRoute = createRoute({
  method: 'post',
  path: '/raffle-plans',
  tags,
  summary: 'Describe a raffle; SNPD opens it on chain. For admins',
  description:
    'The chain keeps the hash of title, text and prizes: none of them can be changed. The round that decides is fixed when it opens.',
  request: { body: body(planInputShape.meta({ id: 'RafflePlanInput' })) },
  responses: { 201: answer(planSchema, 'Described; open once the mirror shows it') },
})

const withdrawRoute = createRoute({
  method: 'delete',
  path: '/raffle-plans/{id}',
  tags,
  summary: 'Call a raffle off while it takes entries; they all come back. For admins',
  request: { params: z.strictObject({ id: z.uuid() }) },
  responses: { 202: answer(planSchema, 'It is cancelled once the mirror says so') },
})

/** What operators do with raffles. */
export function rafflePlanRoutes(api: Api): OpenAPIHono<Env> {
  const { sql, now } = api
  const admins = rolesOnly(api, 'admin')
  const one = async (id: string) => planSchema.parse((await listPlans(sql, { now: now(), id, limit: 1 }))[0])
  return newRouter()
    .openapi({ ...listRoute, ...admins }, async (c) =>
      c.json({ items: await listPlans(sql, { now: now(), limit: MOST }) }, 200),
    )
    .openapi({ ...planRoute, ...admins }, async (c) => {
      const { memberId } = c.get('session')
      const id = await planRaffle(sql, { memberId, input: c.req.valid('json'), now: now() })
      return c.json(await one(id), 201)
    })
    .openapi({ ...withdrawRoute, ...admins }, async (c) => {
      const { id } = c.req.valid('param')
      await withdrawPlan(sql, { planId: id, now: now() })
      return c.json(await one(id), 202)
    })
}
