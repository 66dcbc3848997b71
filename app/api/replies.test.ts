import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
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

test('replies stand below their post, each after what it answers, and are counted there and where they answer', async () => {
  const post = await site.post(ann.token, { kind: 'question', text: 'Which size?' })
  const first = await site.reply(ben.token, post.id, { text: 'Half up' })
  const deeper = await site.reply(ann.token, first.id, { text: 'Thanks' })
  const second = await site.reply(ben.token, post.id)
  expect(deeper).toMatchObject({ root_id: post.id, parent_id: first.id, kind: null, replies: 0 })
  const path = `/community/posts/${post.id}/replies`
  expect(await site.all(`${path}?limit=1`)).toEqual([first.id, deeper.id, second.id])
  expect((await site.read(post.id)).replies).toBe(3)
  expect((await site.read(first.id)).replies).toBe(1)
})

test('what is taken back is not counted any more, whether its place stays or not', async () => {
  const post = await site.post(ann.token)
  const first = await site.reply(ben.token, post.id)
  const deeper = await site.reply(ann.token, first.id)
  await site.act('DELETE', `/community/posts/${first.id}`, { token: ben.token })
  expect((await site.read(post.id)).replies).toBe(1)
  await site.act('DELETE', `/community/posts/${deeper.id}`, { token: ann.token })
  expect((await site.read(post.id)).replies).toBe(0)
  expect(await site.read(first.id)).toMatchObject({ gone: true, replies: 0 })
})

test('in one thread each anonymous author has one name, and nobody else’s', async () => {
  const post = await site.post(ann.token, { anonymous: true })
  const names = [post.author]
  for (const { token } of [ben, ann, ben])
    names.push((await site.reply(token, post.id, { anonymous: true })).author)
  expect(names[2]).toEqual(names[0])
  expect(names[3]).toEqual(names[1])
  expect(names[1]).not.toEqual(names[0])
  expect((await site.reply(ann.token, post.id)).author).toMatchObject({ username: 'ann' })
})

test('many who answer at once are all there, and all counted', async () => {
  const post = await site.post(ann.token)
  const tokens = Array.from({ length: 12 }, (_, nth) => (nth % 2 ? ann.token : ben.token))
  await Promise.all(tokens.map((token) => site.reply(token, post.id)))
  expect((await site.read(post.id)).replies).toBe(12)
  expect(await site.all(`/community/posts/${post.id}/replies?limit=5`)).toHaveLength(12)
})

test('who answers in the very moment that it is taken back has either answered it, or finds nothing', async () => {
  for (let time = 0; time < 4; time++) {
    const post = await site.post(ann.token)
    const url = site.url(`/community/posts/${post.id}/replies`)
    const [gone, reply] = await Promise.all([
      site.act('DELETE', `/community/posts/${post.id}`, { token: ann.token }),
      ask(url, { token: ben.token, body: { text: 'Still there?' } }),
    ])
    expect(gone.status).toBe(204)
    const left = await ask(site.url(`/community/posts/${post.id}`))
    expect([reply.status, left.status]).toEqual(reply.ok ? [201, 200] : [404, 404])
  }
})

test('a reply to nothing is refused', async () => {
  const reply = ask(site.url(`/community/posts/${uuidv7()}/replies`), {
    ...{ token: ann.token, body: { text: 'Hello?' } },
  })
  expect(await problemOf(await reply)).toMatchObject({ status: 404, code: 'post.not-found' })
  const list = await ask(site.url(`/community/posts/${uuidv7()}/replies`))
  expect((await problemOf(list)).code).toBe('post.not-found')
})
