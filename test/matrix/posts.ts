import { newNonce } from '../../core/auth/name.ts'
import { placeOf } from '../../core/cell/cell.ts'
import { createPost } from '../../db/posts/create.ts'
import { type Expectation, everyone, members } from './who.ts'
import type { World } from './world.ts'

/** Letters only: no number in it can be taken for anything. */
const word = () => newNonce().slice(0, 16)

const ofOwner = {
  params: async ({ web, owner: { id: memberId } }: World) => {
    const input = { kind: 'intel' as const, text: word() }
    return { id: await createPost(web.db.app, { memberId, input, now: new Date() }) }
  },
}
const named = { params: ({ owner }: World) => ({ username: owner.username }) }
/** Others judge it, whatever their role; its author does not. */
const others = { answers: [401, 200, 409, 200, 200] } as const
/** No role changes what somebody else wrote. */
const author = (status: number): Pick<Expectation, 'answers'> => ({ answers: [401, 403, status, 403, 403] })

export const posts: Record<string, Expectation> = {
  'GET /api/community/feed': {
    query: () => `near=${placeOf({ latitude: 37.8, longitude: -122.27 }).area}&sort=hot`,
    ...everyone(200),
  },
  'POST /api/community/posts': { body: () => ({ kind: 'intel', text: word() }), ...members(201) },
  'GET /api/community/posts/{id}': { ...ofOwner, ...everyone(200) },
  'PATCH /api/community/posts/{id}': { ...ofOwner, body: () => ({ text: word() }), ...author(200) },
  'DELETE /api/community/posts/{id}': { ...ofOwner, ...author(204) },
  'GET /api/community/posts/{id}/replies': { ...ofOwner, ...everyone(200) },
  'POST /api/community/posts/{id}/replies': { ...ofOwner, body: () => ({ text: word() }), ...members(201) },
  'PUT /api/community/posts/{id}/vote': { ...ofOwner, body: () => ({ value: 1 }), ...others },
  'DELETE /api/community/posts/{id}/vote': { ...ofOwner, ...others },
  'PUT /api/community/posts/{id}/like': { ...ofOwner, ...others },
  'DELETE /api/community/posts/{id}/like': { ...ofOwner, ...others },
  'PUT /api/community/posts/{id}/save': { ...ofOwner, ...members(200) },
  'DELETE /api/community/posts/{id}/save': { ...ofOwner, ...members(200) },
  'GET /api/community/saved': members(200),
  'GET /api/users/{username}': { ...named, ...everyone(200) },
  'GET /api/users/{username}/posts': { ...named, ...everyone(200) },
  // Nobody follows oneself.
  'PUT /api/users/{username}/follow': { ...named, answers: [401, 200, 422, 200, 200] },
  'DELETE /api/users/{username}/follow': { ...named, ...members(200) },
}
