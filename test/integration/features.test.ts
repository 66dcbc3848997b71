import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FeatureName, features } from '../../core/feature/features.ts'
import { featuresShape } from '../../core/feature/shape.ts'
import { groupShape } from '../../core/group/shape.ts'
import { karma } from '../../core/karma/amount.ts'
import { flagKey } from '../../core/karma/flag-key.ts'
import { proposalDetailShape } from '../../core/vote/shape.ts'
import { proposalHex } from '../../db/votes/row.ts'
import { addStoreAt } from '../support/board.ts'
import { ask } from '../support/http.ts'
import { giveThePast } from '../support/minted.ts'
import { codeOf, moderationOf, removed, type Someone } from '../support/moderation.ts'
import { later, startVotingWorld, type VotingWorld, winVote } from '../support/voting.ts'

const SOON = { timeout: 60_000, interval: 50 }
const DAY_MS = 86_400_000

let world: VotingWorld
let house: ReturnType<typeof moderationOf>
let ann: Someone
let judge: Someone
let storeId: string
/** A group of ann's, as full as a vote may make groups. */
let full: string
let names = 0

beforeAll(async () => {
  world = await startVotingWorld()
  const { db } = world.web
  house = moderationOf(world.web)
  ;[ann, judge] = [await house.member(), await house.moderator()]
  await giveThePast(db, ann, { earned: karma(50), days: 7, now: new Date() })
  storeId = (await addStoreAt(db.app, 'wythe')).storeId
  full = groupShape.parse(await (await foundGroup()).json()).slug
  await db.app`update app.cook_group set members = 50 where slug = ${full}`
  for (let size = 1; size <= 10; size++) await follow(size)
})
afterAll(() => world.close())

const post = (path: string, { token }: Someone, body: unknown = {}) => ask(house.url(path), { token, body })
const outcome = async (answer: Response) => (answer.ok ? 'done' : codeOf(answer))
const follow = (size: number) => post('/me/follows', ann, { size: String(size) })
const foundGroup = () =>
  post('/groups', ann, { name: `Cooks ${names++}`, about: 'We share.', access: 'open' })

/** Whether three votes against hide a post from strangers. */
async function afterThree(): Promise<'shown' | 'hidden'> {
  const { id } = await house.post(ann.token)
  for (let voter = 0; voter < 3; voter++) {
    const { token } = await house.member()
    await house.act('PUT', `/community/posts/${id}/vote`, { token, body: { value: -1 } })
  }
  return (await ask(house.url(`/community/posts/${id}`))).status === 404 ? 'hidden' : 'shown'
}

/** Somebody whose post was taken down with a strike. */
async function offender(): Promise<Someone> {
  const author = await house.member()
  const { id } = await house.post(author.token)
  await house.report(await house.member(), id)
  await house.decide(judge, id, removed())
  return author
}

/** Eight days pass for one member, by moving what happened to them back. */
async function eightDaysLater({ id }: Someone): Promise<void> {
  const { app } = world.web.db
  await app`update app.strike set given_at = given_at - interval '8 days', expires_at = expires_at - interval '8 days' where member_id = ${id}`
  await app`update app.mod_case set resolved_at = resolved_at - interval '8 days' where member_id = ${id}`
}

async function strikesLater(): Promise<number> {
  const author = await offender()
  await eightDaysLater(author)
  return (await house.conduct(author)).strikes
}

async function appealLater(): Promise<string> {
  const author = await offender()
  const { removed: all } = await house.conduct(author)
  await eightDaysLater(author)
  return outcome(await post('/moderation/appeals', author, { case_id: all[0]?.case_id, text: 'It was not' }))
}

const announce = () => {
  const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()
  const when = { starts_at: at(1), ends_at: at(1.1) }
  return post('/happenings', ann, { kind: 'meet-up', title: 'Swap', text: '', store_id: storeId, ...when })
}

type Probe = {
  /** What members vote for. */
  value: number
  /** What a member sees of it, over the API. */
  look: () => Promise<unknown>
  /** What that is as shipped, and with the vote. */
  seen: [shipped: unknown, voted: unknown]
}

/** Every feature, by what a member notices of it: one that is added must be here to compile. */
const probes: Record<FeatureName, Probe> = {
  'app.posts.anonymous': {
    value: 0,
    look: async () =>
      outcome(await post('/community/posts', ann, { kind: 'intel', text: 'Psst', anonymous: true })),
    seen: ['done', 'feature.off'],
  },
  'app.posts.hide-at': { value: 3, look: afterThree, seen: ['shown', 'hidden'] },
  'app.leaderboard': {
    value: 0,
    look: async () => [
      await outcome(await ask(house.url('/karma/leaderboard'))),
      await outcome(await ask(house.url(`/groups/${full}/leaderboard`))),
    ],
    seen: [
      ['done', 'done'],
      ['feature.off', 'feature.off'],
    ],
  },
  'app.events.a-day': {
    value: 0,
    look: async () => outcome(await announce()),
    seen: ['done', 'happening.too-many'],
  },
  'app.groups.owned': {
    value: 1,
    look: async () => outcome(await foundGroup()),
    seen: ['done', 'group.too-many'],
  },
  'app.groups.members': {
    value: 50,
    look: async () => outcome(await post(`/groups/${full}/join`, await house.member())),
    seen: ['done', 'group.full'],
  },
  'app.follows': {
    value: 10,
    look: async () => outcome(await follow(11 + names++)),
    seen: ['done', 'follow.too-many'],
  },
  'app.strikes.days': { value: 7, look: strikesLater, seen: [1, 0] },
  'app.appeals.days': { value: 7, look: appealLater, seen: ['done', 'moderation.too-late'] },
}

async function look(): Promise<Record<string, unknown>> {
  const found: [string, unknown][] = []
  for (const { name } of features) found.push([name, await probes[name].look()])
  return Object.fromEntries(found)
}
const expected = (which: 0 | 1) =>
  Object.fromEntries(features.map(({ name }) => [name, probes[name].seen[which]]))
const becomes = (id: bigint, state: string) =>
  expect
    .poll(async () => {
      const answer = await ask(house.url(`/votes/${proposalHex(id)}`))
      return proposalDetailShape.parse(await answer.json()).state
    }, SOON)
    .toBe(state)

test('each of the features is another one for members once the vote for it is in force, and not before', async () => {
  const changes = features.map(({ name }) => ({ key: flagKey(name), value: BigInt(probes[name].value) }))
  expect(await look()).toEqual(expected(0))
  const id = await winVote(world.activity, { changes, text: 'All of it' })
  await becomes(id, 'queued')
  expect(await look()).toEqual(expected(0))
  await later(world.activity, 20)
  await becomes(id, 'executed')
  const told = featuresShape.parse(await (await ask(house.url('/features'))).json())
  for (const { name } of features) expect([name, told[name]]).toEqual([name, probes[name].value])
  expect(await look()).toEqual(expected(1))
})

test('a reorg that takes the execution back gives members what they had, until it is executed again', async () => {
  const { activity, stopKeeper, startKeeper } = world
  const boards = probes['app.leaderboard']
  const [on, off] = boards.seen
  const id = await winVote(activity, {
    changes: [{ key: flagKey('app.leaderboard'), value: 1n }],
    text: 'Boards',
  })
  await becomes(id, 'queued')
  expect(await boards.look()).toEqual(off)
  await later(activity, 20)
  await becomes(id, 'executed')
  expect(await boards.look()).toEqual(on)
  await stopKeeper()
  await activity.reorg(1)
  await activity.client.mine({ blocks: 1 })
  await becomes(id, 'queued')
  expect(await boards.look()).toEqual(off)
  startKeeper()
  await becomes(id, 'executed')
  expect(await boards.look()).toEqual(on)
})
