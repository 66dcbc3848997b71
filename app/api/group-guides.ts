import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { changesOf } from '../../core/guide/diff.ts'
import { MOST_VERSIONS } from '../../core/guide/limits.ts'
import { readMarkdown } from '../../core/guide/markdown.ts'
import {
  type Guide,
  guideChangesShape,
  guideEditShape,
  guideInputShape,
  guideLineShape,
  guideShape,
  guideSlugShape,
  guideVersionShape,
  type KeptGuide,
} from '../../core/guide/shape.ts'
import { listGuides, listVersions, readGuide } from '../../db/guides/read.ts'
import { removeGuide } from '../../db/guides/remove.ts'
import { editGuide, makeGuide } from '../../db/guides/write.ts'
import type { Api, Env } from './context.ts'
import { groupParams, readerOf, groupTags as tags } from './group-reader.ts'
import { membersOnly } from './members-only.ts'
import { pacedMembers } from './pace.ts'
import { answer, body, listOf, newRouter } from './router.ts'

const path = '/groups/{slug}/guides'
const params = groupParams.extend({ guide: guideSlugShape })
const version = z.coerce.number().int().min(1).max(MOST_VERSIONS)
const guideSchema = guideShape.meta({ id: 'Guide' })
const versionSchema = guideVersionShape.meta({ id: 'GuideVersion' })

const listRoute = createRoute({
  tags,
  method: 'get',
  path,
  summary: "A group's guides, by title",
  request: { params: groupParams },
  responses: { 200: answer(listOf(guideLineShape.meta({ id: 'GuideLine' })), 'All of them') },
})

const makeRoute = createRoute({
  tags,
  method: 'post',
  path,
  summary: 'Write a guide; for whoever is in the group',
  request: { params: groupParams, body: body(guideInputShape.meta({ id: 'GuideInput' })) },
  responses: { 201: answer(guideSchema, 'The guide') },
})

const readRoute = createRoute({
  tags,
  method: 'get',
  path: `${path}/{guide}`,
  summary: 'A guide: its newest version, or an older one',
  request: { params, query: z.strictObject({ version: version.optional() }) },
  responses: { 200: answer(guideSchema, 'The guide, its text as Markdown and its body as what that means') },
})

const editRoute = createRoute({
  tags,
  method: 'put',
  path: `${path}/{guide}`,
  summary: 'Write its next version; for whoever is in the group',
  request: { params, body: body(guideEditShape.meta({ id: 'GuideEdit' })) },
  responses: { 200: answer(guideSchema, 'The guide; 409 when somebody else wrote one meanwhile') },
})

const removeRoute = createRoute({
  tags,
  method: 'delete',
  path: `${path}/{guide}`,
  summary: 'Take a guide away with its history; for moderators',
  request: { params },
  responses: { 204: { description: 'Gone' } },
})

const historyRoute = createRoute({
  tags,
  method: 'get',
  path: `${path}/{guide}/versions`,
  summary: 'Who changed what in a guide, the newest first',
  request: {
    params,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(50),
      /** `next` of the page before. */
      before: version.optional(),
    }),
  },
  responses: {
    200: answer(z.object({ items: z.array(versionSchema), next: z.int().nullable() }), 'One page'),
  },
})

const changesRoute = createRoute({
  tags,
  method: 'get',
  path: `${path}/{guide}/changes`,
  summary: 'What one version of a guide says that another one does not, line by line',
  request: { params, query: z.strictObject({ from: version, to: version }) },
  responses: {
    200: answer(guideChangesShape.meta({ id: 'GuideChanges' }), 'What was taken out and written in'),
  },
})

const shown = (kept: KeptGuide): Guide => ({ ...kept, body: readMarkdown(kept.text) })

function addReading(router: OpenAPIHono<Env>, api: Api): void {
  router.openapi(listRoute, async (c) => {
    const asked = { ...c.req.valid('param'), ...(await readerOf(c, api)) }
    return c.json({ items: await listGuides(api.sql, asked) }, 200)
  })
  router.openapi(readRoute, async (c) => {
    const asked = { ...c.req.valid('param'), ...c.req.valid('query'), ...(await readerOf(c, api)) }
    return c.json(shown(await readGuide(api.sql, asked)), 200)
  })
  router.openapi(changesRoute, async (c) => {
    const { from, to } = c.req.valid('query')
    const asked = { ...c.req.valid('param'), ...(await readerOf(c, api)) }
    const [old, now] = [
      await readGuide(api.sql, { ...asked, version: from }),
      await readGuide(api.sql, { ...asked, version: to }),
    ]
    return c.json({ from: old.version, to: now.version, lines: changesOf(old.text, now.text) }, 200)
  })
  router.openapi(historyRoute, async (c) => {
    const asked = { ...c.req.valid('param'), ...c.req.valid('query'), ...(await readerOf(c, api)) }
    return c.json(await listVersions(api.sql, asked), 200)
  })
}

/** Guides of a group: pages that whoever is in it writes, with their history. */
export function groupGuideRoutes(api: Api): OpenAPIHono<Env> {
  const router = newRouter()
  addReading(router, api)
  const writers = pacedMembers(api, 'post')
  router.openapi({ ...makeRoute, ...writers }, async (c) => {
    const by = { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() }
    return c.json(shown(await makeGuide(api.sql, { ...by, input: c.req.valid('json') })), 201)
  })
  router.openapi({ ...editRoute, ...writers }, async (c) => {
    const by = { ...c.req.valid('param'), memberId: c.get('session').memberId, now: api.now() }
    return c.json(shown(await editGuide(api.sql, { ...by, edit: c.req.valid('json') })), 200)
  })
  router.openapi({ ...removeRoute, ...membersOnly(api) }, async (c) => {
    const { memberId } = c.get('session')
    await removeGuide(api.sql, { ...c.req.valid('param'), memberId, now: api.now() })
    return c.body(null, 204)
  })
  return router
}
