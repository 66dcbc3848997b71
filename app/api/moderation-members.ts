import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { usernameShape } from '../../core/member/shape.ts'
import { muteInputShape, recordShape, wordsShape } from '../../core/moderation/shape.ts'
import { muteMember, unmuteMember } from '../../db/moderation/mute.ts'
import { addNote, readRecord } from '../../db/moderation/record.ts'
import type { Api, Env } from './context.ts'
import { rolesOnly } from './roles-only.ts'
import { answer, body, newRouter } from './router.ts'

const tags = ['moderation']
const params = z.strictObject({ username: usernameShape })
const recordSchema = recordShape.meta({ id: 'MemberRecord' })

const recordRoute = createRoute({
  method: 'get',
  path: '/moderation/members/{username}',
  tags,
  summary: 'What moderators know of a member; what they wrote anonymously is not in it. For moderators',
  request: { params },
  responses: { 200: answer(recordSchema, 'The record') },
})

const noteRoute = createRoute({
  method: 'post',
  path: '/moderation/members/{username}/notes',
  tags,
  summary: "Leave word about a member for other moderators; it is in that member's export. For moderators",
  request: { params, body: body(z.strictObject({ text: wordsShape }).meta({ id: 'ModeratorNote' })) },
  responses: { 201: answer(recordSchema, 'The record with it') },
})

const muteRoute = createRoute({
  method: 'post',
  path: '/moderation/members/{username}/mute',
  tags,
  summary: 'Mute a member for some hours: reading goes on, writing does not. For moderators',
  request: { params, body: body(muteInputShape.meta({ id: 'MuteInput' })) },
  responses: { 201: answer(recordSchema, 'The record with it') },
})

const unmuteRoute = createRoute({
  method: 'delete',
  path: '/moderation/members/{username}/mute',
  tags,
  summary: 'Give a member their voice back. For moderators',
  request: { params },
  responses: { 200: answer(recordSchema, 'The record without it') },
})

export function moderationMemberRoutes(api: Api): OpenAPIHono<Env> {
  const moderators = rolesOnly(api, 'moderator')
  const record = (username: string) => readRecord(api.sql, { username, now: api.now() })
  return newRouter()
    .openapi({ ...recordRoute, ...moderators }, async (c) =>
      c.json(await record(c.req.valid('param').username), 200),
    )
    .openapi({ ...noteRoute, ...moderators }, async (c) => {
      const { username } = c.req.valid('param')
      const { memberId: by } = c.get('session')
      await addNote(api.sql, { username, by, ...c.req.valid('json'), now: api.now() })
      return c.json(await record(username), 201)
    })
    .openapi({ ...muteRoute, ...moderators }, async (c) => {
      const { username } = c.req.valid('param')
      const { memberId: by } = c.get('session')
      await muteMember(api.sql, { username, by, ...c.req.valid('json'), now: api.now() })
      return c.json(await record(username), 201)
    })
    .openapi({ ...unmuteRoute, ...moderators }, async (c) => {
      const { username } = c.req.valid('param')
      await unmuteMember(api.sql, { username, by: c.get('session').memberId, now: api.now() })
      return c.json(await record(username), 200)
    })
}
