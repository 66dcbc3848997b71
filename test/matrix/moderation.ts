import { newNonce } from '../../core/auth/name.ts'
import { uuidv7 } from '../../core/id.ts'
import { openModAppeal } from '../../db/moderation/appeal.ts'
import { claimCase } from '../../db/moderation/claim.ts'
import { addFilter } from '../../db/moderation/filters.ts'
import { muteMember } from '../../db/moderation/mute.ts'
import { reportPost } from '../../db/moderation/report.ts'
import { resolveCase } from '../../db/moderation/resolve.ts'
import { createPost } from '../../db/posts/create.ts'
import { addCatalog, addMember, type TestMember } from '../support/members.ts'
import { type Expectation, everyone, members, moderators } from './who.ts'
import type { Person, World } from './world.ts'

/** Letters only: no number in it can be taken for anything. */
const word = () => newNonce().slice(0, 16)
const now = () => new Date()
const someone = ({ web }: World): Promise<TestMember> => addMember(web.db.app, `u_${word()}`)

const postOf = ({ web }: World, { id: memberId }: { id: string }, anonymous = false): Promise<string> =>
  createPost(web.db.app, { memberId, input: { kind: 'intel', text: word(), anonymous }, now: now() })

async function eventOf({ web, owner: { id: memberId } }: World): Promise<string> {
  const [id, start, end] = [uuidv7(), new Date(Date.now() + 3_600_000), new Date(Date.now() + 7_200_000)]
  const { storeId } = await addCatalog(web.db.app)
  await web.db.app`
    insert into app.happening (id, member_id, kind, title, text, store_id, latitude, longitude, zone, starts_at, ends_at,
      updated_at, created_at)
    values (${id}, ${memberId}, 'meet-up', 'Swap meet', '', ${storeId}, 37.8, -122.27, 'UTC', ${start}, ${end}, ${start}, ${start})`
  return id
}

/** A case about a post of this member. @returns its id */
async function caseOf(world: World, author: { id: string }): Promise<string> {
  const sql = world.web.db.app
  const [postId, { id: memberId }] = [await postOf(world, author), await someone(world)]
  await reportPost(sql, { postId, memberId, input: { rule: 'spam' }, now: now() })
  const [found] = await sql<{ id: string }[]>`select id from app.mod_case where post_id = ${postId}`
  return found?.id ?? ''
}

/** The same, taken down by a moderator who is none of those who ask. */
async function removedOf(world: World, author: { id: string }): Promise<string> {
  const [id, { id: by }, sql] = [await caseOf(world, author), await someone(world), world.web.db.app]
  await claimCase(sql, { id, by, now: now() })
  const resolution = { outcome: 'removed', rule: 'spam', note: 'Advertising', strike: true } as const
  await resolveCase(sql, { id, by, resolution, now: now(), challengeSeconds: 0 })
  return id
}

async function appealOf(world: World): Promise<string> {
  const author = await someone(world)
  const input = { case_id: await removedOf(world, author), text: 'It was none' }
  return (await openModAppeal(world.web.db.app, { memberId: author.id, input, now: now() })).id
}

const filterOf = async (world: World): Promise<string> => {
  const input = { kind: 'word', pattern: word(), act: 'hold' } as const
  return addFilter(world.web.db.app, { input, by: (await someone(world)).id, now: now() })
}

/** Who may, takes the newest case before it is decided. */
async function takeNewest({ web: { db } }: World, { id }: Person): Promise<void> {
  await db.app`
    update app.mod_case set claimed_by = ${id}, claimed_until = now() + interval '1 hour'
      where id = (select max(id::text)::uuid from app.mod_case)`
}

const ofStranger = { params: async (world: World) => ({ id: await caseOf(world, await someone(world)) }) }
const stranger = { params: async (world: World) => ({ username: (await someone(world)).username }) }
const anonymous = { params: async (world: World) => ({ id: await postOf(world, world.owner, true) }) }
const muted = {
  params: async (world: World) => {
    const { username } = await someone(world)
    const by = (await someone(world)).id
    await muteMember(world.web.db.app, { username, by, hours: 1, reason: 'Calm down', now: now() })
    return { username }
  },
}

/** What members and moderators do about posts and each other. */
export const moderation: Record<string, Expectation> = {
  'POST /api/community/posts/{id}/report': {
    params: async (world) => ({ id: await postOf(world, world.owner) }),
    body: () => ({ rule: 'spam', text: 'Look at this' }),
    answers: [401, 201, 409, 201, 201],
  },
  'POST /api/moderation/reports': {
    body: async (world) => ({ kind: 'event', id: await eventOf(world), rule: 'spam' }),
    answers: [401, 201, 409, 201, 201],
  },
  'PUT /api/community/posts/{id}/mute': { ...anonymous, answers: [401, 204, 409, 204, 204] },
  'DELETE /api/community/posts/{id}/mute': { ...anonymous, ...members(204) },
  'GET /api/me/blocks': members(200),
  'PUT /api/users/{username}/block': { ...stranger, body: () => ({ kind: 'block' }), ...members(204) },
  'DELETE /api/users/{username}/block': { ...stranger, ...members(204) },
  'GET /api/me/conduct': members(200),
  'GET /api/moderation/log': everyone(200),
  'GET /api/moderation/cases': moderators(200),
  'PUT /api/moderation/cases/{id}/claim': { ...ofStranger, ...moderators(200) },
  'DELETE /api/moderation/cases/{id}/claim': { ...ofStranger, ...moderators(204) },
  'POST /api/moderation/cases/{id}/resolve': {
    ...ofStranger,
    body: async (world, asking) => {
      await takeNewest(world, asking)
      return { outcome: 'kept', note: 'Nothing is wrong' }
    },
    ...moderators(200),
  },
  'POST /api/moderation/appeals': {
    body: async (world) => ({ case_id: await removedOf(world, world.owner), text: 'It was none' }),
    answers: [401, 404, 201, 404, 404],
  },
  'GET /api/moderation/appeals': moderators(200),
  'POST /api/moderation/appeals/{id}/decide': {
    params: async (world) => ({ id: await appealOf(world) }),
    body: () => ({ granted: true, answer: 'You are right' }),
    ...moderators(200),
  },
  'GET /api/moderation/members/{username}': { ...stranger, ...moderators(200) },
  'POST /api/moderation/members/{username}/notes': {
    ...stranger,
    body: () => ({ text: 'Keep an eye on them' }),
    ...moderators(201),
  },
  'POST /api/moderation/members/{username}/mute': {
    ...stranger,
    body: () => ({ hours: 1, reason: 'Calm down' }),
    ...moderators(201),
  },
  'DELETE /api/moderation/members/{username}/mute': { ...muted, ...moderators(200) },
  'GET /api/moderation/filters': moderators(200),
  'POST /api/moderation/filters': {
    body: () => ({ kind: 'word', pattern: word(), act: 'hold' }),
    ...moderators(201),
  },
  'DELETE /api/moderation/filters/{id}': {
    params: async (world) => ({ id: await filterOf(world) }),
    ...moderators(204),
  },
}
