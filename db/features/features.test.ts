import { beforeAll, expect, test } from 'vitest'
import { shippedFeatures } from '../../core/feature/features.ts'
import { addFounder, found } from '../../test/support/groups.ts'
import { openStreet, type Street } from '../../test/support/karma.ts'
import type { TestMember } from '../../test/support/members.ts'
import { addFollow } from '../follows/add.ts'
import { openModAppeal } from '../moderation/appeal.ts'
import { claimCase } from '../moderation/claim.ts'
import { reportPost } from '../moderation/report.ts'
import { resolveCase } from '../moderation/resolve.ts'
import { createPost } from '../posts/create.ts'
import { loadPosts } from '../posts/load.ts'
import { replyTo } from '../posts/reply.ts'
import { votePost } from '../posts/vote.ts'
import { featureNow, featuresNow } from './now.ts'

const now = new Date('2026-05-05T12:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)

let street: Street
let ana: TestMember
let others: TestMember[]
beforeAll(async () => {
  street = await openStreet()
  ana = await street.member('ana')
  others = []
  for (const name of ['ben', 'cleo', 'dan', 'eve']) others.push(await street.member(name))
})

const write = (by: TestMember, anonymous = false) =>
  createPost(street.app, { memberId: by.id, input: { kind: 'intel', text: 'Seen', anonymous }, now })
const isHidden = async (id: string) =>
  (await loadPosts(street.app, { ids: [id], memberId: others[0]?.id ?? null }))[0]?.hidden

test('without any vote everything is as shipped', async () => {
  const shipped = Object.entries(shippedFeatures).map(([name, feature]) => [name, feature.shipped])
  expect(await featuresNow(street.app)).toEqual(Object.fromEntries(shipped))
})

test('a vote that is out of bounds changes nothing', async () => {
  await street.setFlag('app.posts.hide-at', 1n)
  expect(await featureNow(street.app, 'app.posts.hide-at')).toBe(5)
})

test('posts and replies without a name can be voted off, and on again', async () => {
  const root = await write(ana, true)
  const reply = () =>
    replyTo(street.app, { memberId: ana.id, parentId: root, input: { text: 'So', anonymous: true }, now })
  await street.setFlag('app.posts.anonymous', 0n)
  await expect(write(ana, true)).rejects.toMatchObject({ code: 'feature.off' })
  await expect(reply()).rejects.toMatchObject({ code: 'feature.off' })
  await write(ana)
  await street.setFlag('app.posts.anonymous', 1n)
  await reply()
})

test('how many votes against hide a post is what members voted for', async () => {
  const vote = async (id: string, by: readonly TestMember[]) => {
    for (const { id: memberId } of by) await votePost(street.app, { id, memberId, value: -1, now })
  }
  const first = await write(ana)
  await vote(first, others)
  expect(await isHidden(first)).toBe(false)
  await street.setFlag('app.posts.hide-at', 3n)
  const second = await write(ana)
  await vote(second, others.slice(0, 2))
  expect(await isHidden(second)).toBe(false)
  await vote(second, others.slice(2, 3))
  expect(await isHidden(second)).toBe(true)
})

test('how many groups a member may own is what members voted for', async () => {
  const founder = await addFounder(street, 'founder', now)
  await street.setFlag('app.groups.owned', 1n)
  await found(street, { by: founder, name: 'The first', now })
  const second = () => found(street, { by: founder, name: 'The second', now })
  await expect(second()).rejects.toMatchObject({ code: 'group.too-many' })
  await street.setFlag('app.groups.owned', 2n)
  await second()
})

test('how much a member may follow is what members voted for', async () => {
  await street.setFlag('app.follows', 10n)
  const follow = (size: number) => addFollow(street.app, { memberId: ana.id, filter: { size: String(size) } })
  for (let size = 1; size <= 10; size++) await follow(size)
  await expect(follow(11)).rejects.toMatchObject({ code: 'follow.too-many', message: /10 is the most/ })
})

test('how long a strike stands and can be appealed is what members voted for', async () => {
  await street.setFlag('app.strikes.days', 7n)
  await street.setFlag('app.appeals.days', 7n)
  const [reporter, judge] = others
  if (!reporter || !judge) throw new Error('nobody is there')
  const postId = await write(ana)
  await reportPost(street.app, { postId, memberId: reporter.id, input: { rule: 'abuse' }, now })
  const [open] = await street.app<{ id: string }[]>`select id from app.mod_case where post_id = ${postId}`
  const id = open?.id ?? ''
  await claimCase(street.app, { id, by: judge.id, now })
  const resolution = { outcome: 'removed', rule: 'abuse', note: 'Rude', strike: true } as const
  await resolveCase(street.app, { id, by: judge.id, resolution, now, challengeSeconds: 0 })
  const [strike] = await street.app<
    { expires_at: Date }[]
  >`select expires_at from app.strike where case_id = ${id}`
  expect(strike?.expires_at).toEqual(days(7))
  const appeal = { memberId: ana.id, input: { case_id: id, text: 'It was not' }, now: days(8) }
  await expect(openModAppeal(street.app, appeal)).rejects.toMatchObject({
    ...{ code: 'moderation.too-late', message: 'This was decided more than 7 days ago.' },
  })
  await street.setFlag('app.appeals.days', 9n)
  await openModAppeal(street.app, appeal)
})
