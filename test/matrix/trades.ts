import { type Expectation, members, moderators, ownerOnly } from './who.ts'
import type { World } from './world.ts'

const offered = { params: ({ trades }: World) => ({ id: trades.offered }) }
const disputed = { params: ({ trades }: World) => ({ id: trades.disputed }) }
const ringed = { params: ({ trades }: World) => ({ id: trades.ring }) }
const pairOf = ({ catalog }: World) => ({ sneaker_id: catalog.sneakerId, size: '10', condition: 'new' })
/** Its two sides, whatever the role of others; these are told that it is not theirs. */
const sides = (status: number): Pick<Expectation, 'answers'> => ({
  answers: [401, 403, status, 403, 403],
})

export const trades: Record<string, Expectation> = {
  'GET /api/community/trades': members(200),
  'POST /api/community/trades': {
    body: (world) => ({ with: world.groups.member, gives: [pairOf(world)], asks: [] }),
    ...members(201),
  },
  'GET /api/community/trades/disputes': members(200),
  'GET /api/community/trades/{id}': { ...offered, ...sides(200) },
  'PUT /api/community/trades/{id}': {
    ...offered,
    body: () => ({ act: 'decline', offer: 1 }),
    ...sides(200),
  },
  // The owner is a side of it: nobody rules on a trade of their own.
  'PUT /api/community/trades/{id}/ruling': {
    ...{ ...disputed, body: () => ({ slashed: 'nobody', note: 'Both kept their word.' }) },
    ...moderators(200),
  },
  // Nobody of these sits on its jury.
  'PUT /api/community/trades/{id}/vote': {
    ...{ ...disputed, body: () => ({ slashed: 'nobody' }) },
    answers: [401, 403, 403, 403, 403],
  },
  'GET /api/community/trade-rings': members(200),
  // The first of the pairs is the owner's: nobody else's ring begins with it.
  'POST /api/community/trade-rings': {
    body: ({ trades: { around } }) => ({ items: around }),
    answers: [401, 422, 201, 422, 422],
  },
  'GET /api/community/trade-rings/{id}': { ...ringed, ...sides(200) },
  'PUT /api/community/trade-rings/{id}': { ...ringed, body: () => ({ act: 'call-off' }), ...sides(200) },
  'GET /api/me/closet': members(200),
  'POST /api/me/closet': {
    body: (world) => ({ side: 'have', ...pairOf(world) }),
    ...members(201),
  },
  'DELETE /api/me/closet/{id}': { params: ({ trades: { item } }) => ({ id: item }), ...ownerOnly(204) },
  'GET /api/me/closet/matches': members(200),
  'GET /api/users/{username}/closet': {
    params: ({ owner }) => ({ username: owner.username }),
    ...members(200),
  },
}
