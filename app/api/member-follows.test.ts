import { afterAll, beforeAll, expect, test } from 'vitest'
import { profileShape } from '../../core/post/shape.ts'
import { deleteMember } from '../../db/members/delete.ts'
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
  ann = await register(web.origin, 'Ann')
  ben = await register(web.origin, 'ben')
  site = communityOf(web.origin)
})
afterAll(() => web.close())

const profile = async (name: string, { token }: { token?: string } = {}) =>
  profileShape.strict().parse(await (await ask(site.url(`/users/${name}`), token ? { token } : {})).json())
const follow = (name: string, { token }: Member) => site.act('PUT', `/users/${name}/follow`, { token })
const unfollow = (name: string, { token }: Member) => site.act('DELETE', `/users/${name}/follow`, { token })

test('a member is followed once, however often and however it is spelled, until it ends', async () => {
  for (const name of ['Ann', 'ann', 'ANN'])
    expect(await (await follow(name, ben)).json()).toMatchObject({ followers: 1, mine: { follows: true } })
  expect(await profile('ann')).toMatchObject({ username: 'Ann', followers: 1, mine: { follows: false } })
  expect(await profile('ben', ben)).toMatchObject({ following: 1, mine: { is_me: true } })
  for (let time = 0; time < 2; time++)
    expect(await (await unfollow('Ann', ben)).json()).toMatchObject({ followers: 0 })
})

test('a profile says nothing of what its member wrote anonymously', async () => {
  const before = await profile('ann')
  await site.post(ann.token, { anonymous: true })
  expect(await profile('ann')).toEqual(before)
  const named = await site.post(ann.token)
  expect((await profile('ann')).posts).toBe(before.posts + 1)
  expect(await site.all('/users/ann/posts')).toEqual([named.id])
})

test('nobody follows oneself, nor whom there is not', async () => {
  expect(await problemOf(await follow('Ann', ann))).toMatchObject({ status: 422, code: 'follow.self' })
  expect(await problemOf(await follow('nobody', ann))).toMatchObject({
    status: 404,
    code: 'member.not-found',
  })
  expect((await problemOf(await follow('no one!', ann))).code).toBe('input.invalid')
  expect((await ask(site.url('/users/nobody'))).status).toBe(404)
})

test('two who follow each other at once both do', async () => {
  const [cat, dan] = [await register(web.origin, 'cat'), await register(web.origin, 'dan')]
  for (let time = 0; time < 5; time++) {
    const answers = await Promise.all([follow('cat', dan), follow('dan', cat)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    await Promise.all([unfollow('cat', dan), unfollow('dan', cat)])
  }
})

test('who leaves is followed by nobody and follows nobody any more, also where it crossed with the leaving', async () => {
  for (let time = 0; time < 3; time++) {
    const leaver = await register(web.origin, `leaver_${time}`)
    await follow('ben', leaver)
    const [followed] = await Promise.all([
      follow(`leaver_${time}`, ben),
      deleteMember(web.db.app, web.api.vault, leaver.id),
    ])
    expect([200, 404]).toContain(followed.status)
    const rows = await web.db.app`
      select 1 from app.member_follow where ${leaver.id} in (follower_id, followed_id)`
    expect(rows).toHaveLength(0)
  }
  expect((await profile('ben')).followers).toBe(0)
})
