import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import {
  proposalDetailShape,
  proposalIdShape,
  proposalPageShape,
  proposalShape,
  voteOptionsShape,
} from '../../core/vote/shape.ts'
import { readVoteOptions } from '../../db/votes/options.ts'
import { listProposals, type Reading, readProposal } from '../../db/votes/read.ts'
import { readSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'
import { answer, newRouter } from './router.ts'

const tags = ['votes']

const listRoute = createRoute({
  method: 'get',
  path: '/votes',
  tags,
  summary: 'Proposals, the newest first: what each changes, how it stands, and whether your vote counts',
  description:
    'To vote and to propose, sign a ForwardRequest of castVote, castVoteWithReason or propose of the governor and send it to POST /api/relay.',
  request: {
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(50).default(20),
      /** `next` of the page before. */
      before: proposalIdShape.optional(),
    }),
  },
  responses: {
    200: answer(
      proposalPageShape.extend({ items: z.array(proposalShape.meta({ id: 'Proposal' })) }).meta({
        id: 'ProposalPage',
      }),
      'One page, as mirrored at one block',
    ),
  },
})

const optionsRoute = createRoute({
  method: 'get',
  path: '/votes/options',
  tags,
  summary: 'What a vote can change and how far, what votes obey, and whether you may propose',
  responses: { 200: answer(voteOptionsShape.meta({ id: 'VoteOptions' }), 'As mirrored at one block') },
})

const readRoute = createRoute({
  method: 'get',
  path: '/votes/{id}',
  tags,
  summary: 'One proposal, with who voted how',
  request: { params: z.strictObject({ id: proposalIdShape }) },
  responses: { 200: answer(proposalDetailShape.meta({ id: 'ProposalDetail' }), 'The proposal') },
})

type Asking = Parameters<typeof credentialsOf>[0]

async function readingOf(api: Api, c: Asking): Promise<Reading> {
  const memberId = (await readSession(api, credentialsOf(c)))?.memberId ?? null
  return { memberId, featureFlags: api.forwarder.contracts.feature_flags, now: api.now() }
}

export function voteRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter()
    .openapi(listRoute, async (c) => {
      const reading = await readingOf(api, c)
      return c.json(await listProposals(api.sql, { ...reading, ...c.req.valid('query') }), 200)
    })
    .openapi(optionsRoute, async (c) => {
      return c.json(await readVoteOptions(api.sql, await readingOf(api, c)), 200)
    })
    .openapi(readRoute, async (c) => {
      const reading = await readingOf(api, c)
      return c.json(await readProposal(api.sql, { ...reading, ...c.req.valid('param') }), 200)
    })
}
