import { type Expectation, everyone, members, ownerOnly } from './who.ts'
import type { World } from './world.ts'

/** What its owner alone may do in an open group, where everybody who is signed in is told so. */
const ofOwner = (status: number): Pick<Expectation, 'answers'> => ({
  answers: [401, 403, status, 403, 403],
})
/** A group by invite is not there for strangers, signed in or not. */
const unseen = (status: number): Pick<Expectation, 'answers'> => ({
  answers: [404, 404, status, 404, 404],
})
const openGroup = { params: ({ groups }: World) => ({ slug: groups.open }) }
const inviteGroup = { params: ({ groups }: World) => ({ slug: groups.invite }) }
const inGroup = { params: ({ groups }: World) => ({ slug: groups.open, username: groups.member }) }
const invitation = { body: ({ groups }: World) => ({ token: groups.token }) }

const whoIsIn: Record<string, Expectation> = {
  'GET /api/groups': everyone(200),
  // The owner alone has the trust for it.
  'POST /api/groups': {
    body: (_, { username }) => ({ name: `Group of ${username}`, about: 'We share.', access: 'open' }),
    ...ofOwner(201),
  },
  'POST /api/groups/gate': { body: () => ({ gate: 'held 5 or pass 1' }), ...members(200) },
  'GET /api/groups/{slug}': { ...inviteGroup, ...unseen(200) },
  'PATCH /api/groups/{slug}': { ...openGroup, body: () => ({ about: 'We share more.' }), ...ofOwner(200) },
  'DELETE /api/groups/{slug}': { ...openGroup, ...ofOwner(204) },
  'POST /api/groups/{slug}/join': { ...openGroup, ...members(200) },
  // Who is not in it has left it; its owner hands it over first.
  'DELETE /api/groups/{slug}/membership': { ...openGroup, answers: [401, 204, 409, 204, 204] },
  'GET /api/groups/{slug}/members': { ...inviteGroup, ...unseen(200) },
  'PATCH /api/groups/{slug}/members/{username}': {
    ...inGroup,
    body: () => ({ role: 'moderator' }),
    ...ofOwner(204),
  },
  'POST /api/groups/{slug}/members/{username}/remove': {
    ...inGroup,
    body: () => ({ reason: 'Sold our list' }),
    ...ofOwner(204),
  },
  'POST /api/groups/{slug}/members/{username}/readmit': {
    params: ({ groups: { open, removed } }) => ({ slug: open, username: removed }),
    ...ofOwner(204),
  },
  'GET /api/groups/{slug}/removed': { ...openGroup, ...ofOwner(200) },
  'GET /api/groups/{slug}/invites': { ...inviteGroup, ...ownerOnly(200) },
  'POST /api/groups/{slug}/invites': { ...inviteGroup, body: () => ({ hours: 1 }), ...ownerOnly(201) },
  'DELETE /api/groups/{slug}/invites/{id}': {
    params: ({ groups: { invite, inviteId } }) => ({ slug: invite, id: inviteId }),
    ...ownerOnly(204),
  },
  'POST /api/groups/invitation': { ...invitation, ...everyone(200) },
  'POST /api/groups/invitation/accept': { ...invitation, ...members(200) },
  'GET /api/groups/{slug}/leaderboard': { ...inviteGroup, ...unseen(200) },
}

const kept = {
  params: ({ groups: { open, guide } }: World) => ({ slug: open, guide }),
  hidden: ({ groups: { invite, guide } }: World) => ({ slug: invite, guide }),
  one: (name: 'resultId' | 'monitorId' | 'bridgeId') => ({
    params: ({ groups }: World) => ({ slug: groups.open, id: groups[name] }),
  }),
}

/** What a group keeps: strangers read of the open one, and write nowhere. */
const keeping: Record<string, Expectation> = {
  'GET /api/groups/{slug}/guides': { ...inviteGroup, ...unseen(200) },
  'POST /api/groups/{slug}/guides': {
    ...openGroup,
    body: () => ({ title: 'Where to stand', text: 'By the door.' }),
    ...ofOwner(201),
  },
  'GET /api/groups/{slug}/guides/{guide}': { params: kept.hidden, ...unseen(200) },
  'GET /api/groups/{slug}/guides/{guide}/versions': { params: kept.hidden, ...unseen(200) },
  'GET /api/groups/{slug}/guides/{guide}/changes': {
    ...{ params: kept.hidden, query: () => 'from=1&to=1' },
    ...unseen(200),
  },
  'PUT /api/groups/{slug}/guides/{guide}': {
    params: kept.params,
    body: () => ({ title: 'How to queue', text: 'Be early, twice.', base: 1 }),
    ...ofOwner(200),
  },
  'DELETE /api/groups/{slug}/guides/{guide}': { params: kept.params, ...ofOwner(204) },
  'GET /api/groups/{slug}/results': { ...inviteGroup, ...unseen(200) },
  'POST /api/groups/{slug}/results': {
    ...openGroup,
    body: ({ catalog }) => ({ outcome: 'win', way: 'in-store', store_id: catalog.storeId }),
    ...ofOwner(201),
  },
  'DELETE /api/groups/{slug}/results/{id}': { ...kept.one('resultId'), ...ownerOnly(204) },
  'GET /api/groups/{slug}/alerts': { ...inviteGroup, ...unseen(200) },
  'POST /api/groups/{slug}/alerts': { ...openGroup, body: () => ({ text: 'Go now.' }), ...ofOwner(201) },
  'PUT /api/groups/{slug}/alerts/listening': { ...openGroup, body: () => ({ on: true }), ...ofOwner(204) },
  'GET /api/groups/{slug}/monitors': { ...inviteGroup, ...unseen(200) },
  'POST /api/groups/{slug}/monitors': {
    ...openGroup,
    body: ({ catalog: { sneakerId, storeId }, groups: { page } }) => ({
      ...{ url: page, sneaker_id: sneakerId, store_id: storeId },
    }),
    ...ofOwner(201),
  },
  'DELETE /api/groups/{slug}/monitors/{id}': { ...kept.one('monitorId'), ...ofOwner(204) },
  'GET /api/groups/{slug}/bridges': { ...openGroup, ...ofOwner(200) },
  'POST /api/groups/{slug}/bridges': {
    ...openGroup,
    body: () => ({ url: 'http://127.0.0.1:9/another', label: 'Another' }),
    ...ofOwner(201),
  },
  'DELETE /api/groups/{slug}/bridges/{id}': { ...kept.one('bridgeId'), ...ofOwner(204) },
  'POST /api/groups/{slug}/bridges/{id}/test': { ...kept.one('bridgeId'), ...ofOwner(200) },
}

/** Cook groups: who is in them, and what they keep. */
export const groups: Record<string, Expectation> = { ...whoIsIn, ...keeping }
