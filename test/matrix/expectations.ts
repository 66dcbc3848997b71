import { toHex } from 'viem'
import { placeOf } from '../../core/cell/cell.ts'
import { rulesetHash } from '../../core/karma/rules.ts'
import { defaultNotifications } from '../../core/member/notifications.ts'
import { sealCard } from '../../core/payment/seal.ts'
import { planRaffle } from '../../db/raffles/plan.ts'
import { testCard } from '../support/card.ts'
import { madeUp } from '../support/forwarder.ts'
import { photoOf } from '../support/photo.ts'
import { addProposal } from '../support/proposal-rows.ts'
import { subscriptionOf } from '../support/receiver.ts'
import { siweProof } from '../support/signed-for.ts'
import { newAccount } from '../support/siwe.ts'
import { groups } from './groups.ts'
import { moderation } from './moderation.ts'
import { operator } from './operator.ts'
import { posts } from './posts.ts'
import { trades } from './trades.ts'
import { admins, type Expectation, everyone, members, moderators, ownerOnly } from './who.ts'
import { PASSWORD, type World } from './world.ts'

const channel = { params: (world: World) => ({ id: world.channelId }) }
const restock = { params: (world: World) => ({ id: world.restockId }) }
const purchase = { params: (world: World) => ({ id: world.purchaseId }) }
const wallet = { params: ({ owner }: World) => ({ address: owner.wallet }) }
/** Of the owner: what is awarded for the restock. */
const award = { params: (world: World) => ({ id: world.awardId }) }
const challenge = { params: (world: World) => ({ id: world.challengeId }) }
const relayed = { params: (world: World) => ({ id: world.relayId }) }
const address = { name: 'N', street: '2 Side', city: 'Troy', state: 'NY', zip_code: '12180', country: 'US' }

const aRaffle = () => ({
  ...{ title: 'Friday', text: '', prizes: [{ title: 'A pair', count: 1 }], price: '5', tier: 0 },
  closes_at: new Date(Date.now() + 3_600_000).toISOString(),
})

const site: Record<string, Expectation> = {
  'GET /api/client': everyone(200),
  'GET /api/docs': everyone(200),
  'GET /api/docs/start.js': everyone(200),
  // The tests run no workers.
  'GET /api/health': everyone(200),
  'GET /api/health/relayer': everyone(200),
  'GET /api/openapi.json': everyone(200),
  'GET /api/sneakers': everyone(200),
  'GET /api/sneakers/{id}': { params: ({ catalog }) => ({ id: catalog.sneakerId }), ...everyone(200) },
  'GET /api/sneakers/{id}/stock': { params: ({ catalog }) => ({ id: catalog.sneakerId }), ...everyone(200) },
  'GET /api/stores': everyone(200),
  'GET /api/drops': everyone(200),
  'GET /api/drops/{slug}': { params: ({ catalog }) => ({ slug: catalog.slug }), ...everyone(200) },
  'GET /api/releases': everyone(200),
  'GET /api/releases.ics': everyone(200),
  'GET /api/passes': everyone(200),
  'GET /api/raffles': everyone(200),
  // There is no chain behind these tests, so no raffle either.
  'GET /api/raffles/{id}': { params: () => ({ id: '1' }), ...everyone(404) },
  'GET /api/raffles/{id}/proof': { params: () => ({ id: '1' }), ...everyone(404) },
  'GET /api/raffles/{id}/prizes': { params: () => ({ id: '1' }), ...members(404) },
  'PUT /api/raffles/{id}/prizes/{place}': { params: () => ({ id: '1', place: '0' }), ...members(404) },
  'PUT /api/raffles/{id}/prizes/{place}/received': {
    ...{ params: () => ({ id: '1', place: '0' }), ...members(404) },
  },
  'GET /api/raffles/{id}/winners': { params: () => ({ id: '1' }), ...admins(404) },
  'PUT /api/raffles/{id}/winners/{place}': {
    ...{ params: () => ({ id: '1', place: '0' }), body: () => ({ tracking: '1Z' }), ...admins(404) },
  },
  'GET /api/raffle-forms': members(200),
  'POST /api/raffle-forms': {
    body: () => ({ url: 'https://shop.example/draw', details: { first_name: 'N', last_name: 'M' } }),
    ...members(202),
  },
  'GET /api/raffle-plans': admins(200),
  'POST /api/raffle-plans': { body: () => aRaffle(), ...admins(201) },
  'DELETE /api/raffle-plans/{id}': {
    params: async ({ web, owner }) => ({
      id: await planRaffle(web.db.app, { memberId: owner.id, input: aRaffle(), now: new Date() }),
    }),
    ...admins(202),
  },
  'GET /api/votes': everyone(200),
  'GET /api/votes/options': everyone(200),
  'GET /api/votes/{id}': {
    params: async ({ web }) => ({ id: await addProposal(web.db) }),
    ...everyone(200),
  },
  'GET /api/features': everyone(200),
  'GET /api/payment/key': everyone(200),
  'GET /api/push/key': everyone(200),
}

const signIn: Record<string, Expectation> = {
  'POST /api/auth/nonce': everyone(200),
  // A proof made with no nonce of ours.
  'POST /api/auth/verify': {
    body: () => ({ message: 'not one', signature: `0x${'1'.repeat(130)}` }),
    ...everyone(401),
  },
  'POST /api/auth/refresh': { body: (_, { refresh }) => ({ refresh_token: refresh }), ...everyone(200) },
  'POST /api/auth/logout': { body: () => ({}), ...members(204) },
  'POST /api/users/login': {
    body: (_, { username }) => ({ login: username, password: PASSWORD }),
    ...everyone(200),
  },
  'POST /api/users/register': {
    body: (_, { username }) => ({
      username: `${username}_2`,
      email: `${username}@example.test`,
      password: PASSWORD,
    }),
    ...everyone(201),
  },
}

const happening = { params: (world: World) => ({ id: world.happeningId }) }
const inAnHour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
/** Where the catalogue's store is. */
const area = placeOf({ latitude: 37.8, longitude: -122.27 }).area

const around: Record<string, Expectation> = {
  'GET /api/places/find': { query: () => 'q=11211', ...everyone(200) },
  'GET /api/places/stores': { query: () => `near=${area}`, ...everyone(200) },
  'GET /api/map': { query: () => `near=${area}`, ...everyone(200) },
  'GET /api/happenings': { query: () => `near=${area}`, ...everyone(200) },
  'GET /api/happenings.ics': everyone(200),
  'POST /api/happenings': {
    body: ({ catalog: { storeId: store_id } }) => {
      const said = { kind: 'line', title: 'A line', store_id }
      return { ...said, starts_at: inAnHour(1), ends_at: inAnHour(2) }
    },
    ...members(201),
  },
  'GET /api/happenings/{id}': { ...happening, ...everyone(200) },
  'GET /api/happenings/{id}/event.ics': { ...happening, ...everyone(200) },
  'DELETE /api/happenings/{id}': { ...happening, ...ownerOnly(204) },
  'POST /api/happenings/{id}/remove': {
    ...{ ...happening, body: () => ({ rule: 'spam', note: 'It is an advertisement.' }) },
    ...moderators(204),
  },
  'PUT /api/happenings/{id}/rsvp': { ...happening, body: () => ({ answer: 'going' }), ...members(200) },
  'DELETE /api/happenings/{id}/rsvp': { ...happening, ...members(204) },
}

const me: Record<string, Expectation> = {
  'GET /api/me': members(200),
  'PATCH /api/me': { body: () => ({ shipping_address: address }), ...members(200) },
  'GET /api/me/payment': members(200),
  'PUT /api/me/payment': {
    body: async ({ web }, { id }) => ({
      ...(await sealCard(web.api.paymentKey(), id, testCard)),
      label: 'Card',
    }),
    ...members(200),
  },
  'DELETE /api/me/payment': members(204),
  'PUT /api/me/password': {
    body: () => ({ password: `${PASSWORD} again`, current_password: PASSWORD }),
    ...members(204),
  },
  'GET /api/me/sessions': members(200),
  'DELETE /api/me/sessions': members(204),
  'DELETE /api/me/sessions/{id}': { params: ({ owner }) => ({ id: owner.sessionId }), ...ownerOnly(204) },
  'GET /api/me/wallets': members(200),
  'POST /api/me/wallets': {
    body: ({ web }) => siweProof(web.origin, newAccount(), 'link'),
    ...members(201),
  },
  'PATCH /api/me/wallets/{address}': { ...wallet, body: () => ({ paid_to: true }), ...ownerOnly(200) },
  'DELETE /api/me/wallets/{address}': { ...wallet, ...ownerOnly(200) },
  'GET /api/me/notifications': members(200),
  'PUT /api/me/notifications': { body: () => defaultNotifications, ...members(200) },
  'GET /api/me/follows': members(200),
  'POST /api/me/follows': {
    body: ({ catalog }) => ({ store_id: catalog.storeId, size: '11' }),
    ...members(201),
  },
  'DELETE /api/me/follows/{id}': { params: ({ followId }) => ({ id: followId }), ...ownerOnly(204) },
  'GET /api/me/channels': members(200),
  'POST /api/me/channels': {
    body: () => ({ kind: 'webhook', url: 'https://hooks.example/mine', label: 'Mine' }),
    ...members(201),
  },
  'DELETE /api/me/channels/{id}': { ...channel, ...ownerOnly(204) },
  'POST /api/me/channels/{id}/test': { ...channel, ...ownerOnly(200) },
  'POST /api/me/push': { body: (_, { id }) => subscriptionOf(`https://push.example/${id}`), ...members(200) },
  'GET /api/me/confirm': members(200),
  'POST /api/me/confirm': { body: () => ({ password: PASSWORD }), ...members(200) },
  'GET /api/me/export': members(200),
  'DELETE /api/me': { body: () => ({ password: PASSWORD }), ...members(204) },
  'GET /api/ledger': members(200),
  'GET /api/ledger/entries': members(200),
  'GET /api/ledger/awards': members(200),
  'GET /api/ledger/chart': members(200),
  'GET /api/permits/nonce': { query: ({ owner }) => `wallet=${owner.wallet}`, ...members(200) },
}

const places: Record<string, Expectation> = {
  'GET /api/karma/leaderboard': everyone(200),
  'GET /api/karma/honours': members(200),
  'GET /api/karma/places': everyone(200),
  'GET /api/karma/places/{cell}': {
    // Where every store of the tests stands.
    params: () => ({ cell: placeOf({ latitude: 37.8, longitude: -122.27 }).city }),
    ...everyone(200),
  },
  'GET /api/me/leaderboard': members(200),
  'PUT /api/me/leaderboard': { body: () => ({ listed: false }), ...members(200) },
}

const restocks: Record<string, Expectation> = {
  'GET /api/restocks': everyone(200),
  'GET /api/restocks/{id}': { ...restock, ...everyone(200) },
  'POST /api/restocks': {
    body: ({ catalog }) => ({ sneaker_id: catalog.sneakerId, store_id: catalog.storeId, size: '10' }),
    ...members(201),
  },
  // Anyone but who reported it, and once: no role confirms a report of one's own.
  // Only who reported or confirmed it.
  'POST /api/restocks/{id}/photos': {
    ...restock,
    body: async () => ({ image: (await photoOf()).toString('base64') }),
    answers: [401, 403, 201, 403, 403],
  },
  'POST /api/photos': {
    body: async () => ({ image: (await photoOf()).toString('base64') }),
    ...members(201),
  },
  'GET /api/photos/{id}/thumb': { params: (world: World) => ({ id: world.photoId }), ...everyone(200) },
  'GET /api/photos/{id}': { params: (world: World) => ({ id: world.photoId }), ...everyone(200) },
  'POST /api/restocks/{id}/confirm': { ...restock, answers: [401, 200, 409, 200, 200] },
}

const karma: Record<string, Expectation> = {
  'GET /api/karma/rules': everyone(200),
  'GET /api/karma/rules/{hash}': { params: () => ({ hash: rulesetHash }), ...everyone(200) },
  'GET /api/karma/standing': members(200),
  'GET /api/karma/awards': moderators(200),
  'POST /api/karma/awards/{id}/reverse': {
    ...award,
    body: () => ({ reason: 'Nothing was there' }),
    ...moderators(204),
  },
  'GET /api/karma/challenges': moderators(200),
  'POST /api/karma/challenges/{id}/resolve': {
    ...challenge,
    body: () => ({ outcome: 'dismissed', note: 'It was there' }),
    ...moderators(200),
  },
  'GET /api/karma/cluster': members(200),
  // Nothing is taken off anybody here.
  'POST /api/karma/appeals': { body: () => ({ text: 'We only live next door' }), ...members(409) },
  'GET /api/karma/appeals': moderators(200),
  'POST /api/karma/appeals/{id}/decide': {
    params: ({ appealId }) => ({ id: appealId }),
    body: () => ({ granted: true, note: 'They live next door' }),
    ...moderators(200),
  },
  // Nobody here has been around for long enough; the owner reported it.
  'POST /api/community/restocks/{id}/challenge': {
    ...restock,
    body: () => ({ reason: 'I saw an empty shelf' }),
    answers: [401, 403, 409, 403, 403],
  },
}

const checkouts: Record<string, Expectation> = {
  'GET /api/purchase-requests': members(200),
  'POST /api/purchase-requests': {
    body: ({ catalog }) => ({
      drop_id: catalog.dropId,
      size: '10',
      max_total_minor: 20_000,
      currency: 'USD',
    }),
    ...members(201),
  },
  'GET /api/purchase-requests/{id}': { ...purchase, ...ownerOnly(200) },
  'POST /api/purchase-requests/{id}/confirm': {
    ...purchase,
    body: () => ({ total_minor: 15_000 }),
    ...ownerOnly(200),
  },
  'POST /api/purchase-requests/{id}/cancel': { ...purchase, ...ownerOnly(200) },
  // No page is with the owner, and the shop's answer is not unknown: 409 is for who may ask.
  'POST /api/purchase-requests/{id}/give-back': {
    ...purchase,
    body: () => ({ how: 'go-on' }),
    ...ownerOnly(409),
  },
  'POST /api/purchase-requests/{id}/word': { ...purchase, body: () => ({ came: false }), ...ownerOnly(409) },
  'GET /api/purchase-requests/{id}/screenshots/{event_id}': {
    params: (world) => ({ id: world.purchaseId, event_id: world.eventId }),
    ...ownerOnly(200),
  },
}

const relay: Record<string, Expectation> = {
  // Signed by the owner's wallet: nobody else may have it sent.
  'POST /api/relay': {
    body: ({ owner }) => {
      const { value, gas, nonce, ...rest } = madeUp(owner.wallet, 1n)
      return { ...rest, value: toHex(value), gas: toHex(gas), nonce: toHex(nonce) }
    },
    answers: [401, 403, 202, 403, 403],
  },
  'GET /api/relay': members(200),
  'GET /api/relay/nonce': members(200),
  'GET /api/relay/{id}': { ...relayed, ...ownerOnly(200) },
}

/**
 * What every route answers to everyone: the whole of who may do what. A route that is not here fails the matrix, as does
 * one that is here and not in OpenAPI.
 */
export const expectations: Readonly<Record<string, Expectation>> = {
  ...site,
  ...signIn,
  ...me,
  ...places,
  ...around,
  ...restocks,
  ...karma,
  ...checkouts,
  ...relay,
  ...groups,
  ...moderation,
  ...operator,
  ...posts,
  ...trades,
}
