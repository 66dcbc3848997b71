import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { placeOf } from '../../core/cell/cell.ts'
import { uuidv7 } from '../../core/id.ts'
import type { PostNews } from '../../core/post/socket.ts'
import { register } from '../../test/support/http.ts'
import { communityOf } from '../../test/support/posts.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

type Member = Awaited<ReturnType<typeof register>>

let web: TestWeb
let ann: Member
let ben: Member
let site: ReturnType<typeof communityOf>
beforeAll(async () => {
  web = await startTestWeb()
  ann = await register(web.origin, 'ann')
  ben = await register(web.origin, 'ben')
  site = communityOf(web.origin)
})
afterAll(() => web.close())

const oakland = placeOf({ latitude: 37.8, longitude: -122.27 })
const brooklyn = placeOf({ latitude: 40.7195, longitude: -73.9613 })
const SOON = { timeout: 60_000 }
/** A loaded machine takes its time. */
const until = <Result>(read: () => Result) => expect.poll(read)

/** A socket that writes down the news of posts. */
async function listen(asked: object, token?: string) {
  const socket = io(web.origin, {
    ...{ path: '/rt', transports: ['websocket'], forceNew: true, reconnection: false },
    ...(token && { extraHeaders: { authorization: `Bearer ${token}` } }),
  })
  onTestFinished(() => void socket.disconnect())
  const heard: PostNews[] = []
  socket.on('post', (news: PostNews) => heard.push(news))
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  const watch = (what: unknown): Promise<boolean> => socket.emitWithAck('posts:watch', what)
  /** What came with the answer: whether something was missed. */
  const missed = (what: object) =>
    new Promise<boolean>((resolve) => {
      socket.emit('posts:watch', what, (_: boolean, was: boolean) => resolve(was))
    })
  return { heard, watch, missed, answer: await watch(asked) }
}

test('a new post is heard by those whose feed shows it, and only that it is there is said', async () => {
  const [near, far, all] = [
    await listen({ near: oakland.area }, ben.token),
    await listen({ near: brooklyn.city }),
    await listen({ all: true }),
  ]
  const here = await site.post(ann.token, { cell: oakland.area })
  const nowhere = await site.post(ann.token)
  const fresh = (post: { id: string }) => ({ post_id: post.id, root_id: null, fresh: true })
  await until(() => all.heard).toEqual([fresh(here), fresh(nowhere)])
  expect(near.heard).toEqual([fresh(here)])
  expect(far.heard).toEqual([])
})

test('who reads a post hears of what is answered, voted, changed and taken back there', async () => {
  const post = await site.post(ann.token)
  const [thread, all] = [await listen({ root_id: post.id }), await listen({ all: true })]
  const reply = await site.reply(ben.token, post.id)
  await site.act('PUT', `/community/posts/${post.id}/vote`, { token: ben.token, body: { value: 1 } })
  await site.act('PUT', `/community/posts/${reply.id}/like`, { token: ann.token })
  await site.act('DELETE', `/community/posts/${reply.id}`, { token: ben.token })
  const below = { post_id: reply.id, root_id: post.id }
  await until(() => thread.heard).toEqual([
    { ...below, fresh: true },
    { post_id: post.id, root_id: null, fresh: false },
    { ...below, fresh: false },
    { ...below, fresh: false },
  ])
  expect(all.heard).toEqual([])
})

test('a watch takes the place of the one before, and what cannot be watched is refused', async () => {
  const [witness, ear] = [await listen({ all: true }), await listen({ all: true })]
  expect(await ear.watch({})).toBe(true)
  for (const wrong of [
    { near: oakland.street },
    { near: 'x' },
    { group_id: uuidv7() },
    { root_id: uuidv7() },
    1,
  ])
    expect(await witness.watch(wrong).then((heard) => heard)).toBe(false)
  await site.post(ann.token)
  await until(() => witness.heard).toHaveLength(1)
  expect(ear.heard).toEqual([])
})

test('a page hears whether something it wants was said since it was read', async () => {
  // A line each: one that asks too often is refused.
  const missed = async (what: object) => (await listen({})).missed(what)
  const [all, ahead] = [await listen({ all: true }), Date.now() + 60_000]
  expect(await missed({ all: true })).toBe(true)
  expect(await missed({ all: true, since: ahead })).toBe(false)
  // Of before it listened it would say so too.
  await expect.poll(() => missed({ near: brooklyn.city, since: Date.now() }), SOON).toBe(false)
  const since = Date.now()
  const post = await site.post(ann.token, { cell: oakland.area })
  await until(() => all.heard).toContainEqual({ post_id: post.id, root_id: null, fresh: true })
  expect(await missed({ all: true, since })).toBe(true)
  expect(await missed({ root_id: post.id, since })).toBe(true)
  expect(await missed({ near: brooklyn.city, since })).toBe(false)
  expect(await missed({ root_id: post.id, since: ahead })).toBe(false)
  expect(await missed({ all: true, since: 0 })).toBe(true)
})
