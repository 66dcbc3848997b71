import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../test/support/http.ts'
import { codeOf, moderationOf, type Someone } from '../../test/support/moderation.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
let house: ReturnType<typeof moderationOf>
beforeAll(async () => {
  web = await startTestWeb()
  house = moderationOf(web)
})
afterAll(() => web.close())

const block = ({ token }: Someone, { username }: Someone, kind: 'block' | 'mute' = 'block') =>
  house.act('PUT', `/users/${username}/block`, { token, body: { kind } })
const unblock = ({ token }: Someone, { username }: Someone) =>
  house.act('DELETE', `/users/${username}/block`, { token })
const feed = async ({ token }: Someone) => house.all('/community/feed?limit=50', token)
const answer = ({ token }: Someone, id: string, input: object = {}) =>
  ask(house.url(`/community/posts/${id}/replies`), { token, body: { text: 'So it is', ...input } })
const two = async () => [await house.member(), await house.member()] as const

test('a mute hides their posts from me, and mine from nobody', async () => {
  const [me, them] = await two()
  const [mine, theirs] = [await house.post(me.token), await house.post(them.token)]
  expect((await block(me, them, 'mute')).status).toBe(204)
  expect(await feed(me)).not.toContain(theirs.id)
  expect(await feed(them)).toEqual(expect.arrayContaining([mine.id, theirs.id]))
  expect((await answer(them, mine.id)).status).toBe(201)
  await unblock(me, them)
  expect(await feed(me)).toContain(theirs.id)
})

test('a block hides both from each other, and ends their following', async () => {
  const [me, them] = await two()
  const [mine, theirs] = [await house.post(me.token), await house.post(them.token)]
  for (const [one, other] of [
    [me, them],
    [them, me],
  ] as const)
    await house.act('PUT', `/users/${other.username}/follow`, { token: one.token })
  await block(me, them)
  expect([(await feed(me)).includes(theirs.id), (await feed(them)).includes(mine.id)]).toEqual([false, false])
  expect(await house.read(mine.id, them.token)).toMatchObject({ gone: true, text: '', author: null })
  expect(await house.all('/community/feed?following=1&limit=50', them.token)).toEqual([])
  const again = await house.act('PUT', `/users/${me.username}/follow`, { token: them.token })
  expect(await codeOf(again)).toBe('block.refused')
})

test('who is blocked neither answers nor votes on what names the one who blocks', async () => {
  const [me, them] = await two()
  const mine = await house.post(me.token)
  await block(me, them)
  expect(await codeOf(await answer(them, mine.id))).toBe('block.refused')
  expect(await codeOf(await answer(them, mine.id, { anonymous: true }))).toBe('block.refused')
  const vote = await house.act('PUT', `/community/posts/${mine.id}/vote`, {
    token: them.token,
    body: { value: -1 },
  })
  expect(await codeOf(vote)).toBe('block.refused')
})

test('no block tells who is anonymous: nothing of it disappears, and nothing is refused there', async () => {
  const [me, them] = await two()
  const [mine, theirs] = [
    await house.post(me.token, { anonymous: true }),
    await house.post(them.token, { anonymous: true }),
  ]
  await block(me, them)
  expect(await feed(me)).toContain(theirs.id)
  expect(await feed(them)).toContain(mine.id)
  expect((await answer(them, mine.id)).status).toBe(201)
  expect((await answer(me, theirs.id, { anonymous: true })).status).toBe(201)
})

test('who is anonymous is muted in one thread: elsewhere the same member shows as before', async () => {
  const [me, them] = await two()
  const other = await house.member()
  const [here, there] = [await house.post(other.token), await house.post(other.token)]
  const [insult, elsewhere] = await Promise.all(
    [here, there].map(({ id }) => house.reply(them.token, id, { anonymous: true })),
  )
  const named = await house.reply(them.token, here.id)
  const mute = (id: string) => house.act('PUT', `/community/posts/${id}/mute`, { token: me.token })
  expect((await mute(insult?.id ?? '')).status).toBe(204)
  expect(await house.all(`/community/posts/${here.id}/replies?limit=50`, me.token)).toEqual([named.id])
  expect(await house.all(`/community/posts/${there.id}/replies?limit=50`, me.token)).toEqual([elsewhere?.id])
  expect(await house.all(`/community/posts/${here.id}/replies?limit=50`, other.token)).toHaveLength(2)
  expect(await codeOf(await mute(named.id))).toBe('block.own')
  await house.act('DELETE', `/community/posts/${here.id}/mute`, { token: me.token })
  expect(await house.all(`/community/posts/${here.id}/replies?limit=50`, me.token)).toHaveLength(2)
})

test('what others answered to a blocked reply keeps its place, without its words', async () => {
  const [me, them] = await two()
  const other = await house.member()
  const post = await house.post(other.token)
  const theirs = await house.reply(them.token, post.id, { text: 'Rude words' })
  const below = await house.reply(other.token, theirs.id)
  await block(me, them)
  const { items } = await house.page(`/community/posts/${post.id}/replies`, me.token)
  expect(items).toMatchObject([
    { id: theirs.id, gone: true, text: '', author: null },
    { id: below.id, gone: false },
  ])
})

test('one is shown whom one blocks, and nobody blocks oneself or who is not there', async () => {
  const [me, them] = await two()
  await block(me, them, 'mute')
  await block(me, them)
  const list = await (await ask(house.url('/me/blocks'), { token: me.token })).json()
  expect(list).toEqual({ items: [{ username: them.username, kind: 'block', since: expect.any(String) }] })
  expect(await codeOf(await block(me, me))).toBe('block.own')
  expect(await codeOf(await block(me, { ...them, username: 'no_such_one' }))).toBe('member.not-found')
})
