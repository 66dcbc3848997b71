import { afterAll, beforeAll, expect, test } from 'vitest'
import { karma } from '../../core/karma/amount.ts'
import { paces } from '../../core/moderation/pace.ts'
import { ask, problemOf } from '../../test/support/http.ts'
import { giveThePast } from '../../test/support/minted.ts'
import { moderationOf, type Someone } from '../../test/support/moderation.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
let house: ReturnType<typeof moderationOf>
beforeAll(async () => {
  web = await startTestWeb()
  house = moderationOf(web)
})
afterAll(() => web.close())

const say = ({ token }: Someone, text: string) =>
  ask(house.url('/community/posts'), { token, body: { kind: 'intel', text } })

/** So many posts, one after the other. @returns how many were taken, and the last answer */
async function sayMany(who: Someone, count: number): Promise<{ taken: number; last: Response }> {
  let [taken, last] = [0, new Response()]
  for (let at = 0; at < count; at++) {
    last = await say(who, `Number ${at}`)
    taken += Number(last.status === 201)
  }
  return { taken, last }
}

test('a new member posts as often as the pace says; then the answer is when to come back', async () => {
  const [eager, other] = [await house.member(), await house.member()]
  const { points, seconds } = paces.post.new
  const { taken, last } = await sayMany(eager, points + 2)
  expect(taken).toBe(points)
  expect(await problemOf(last.clone())).toMatchObject({ status: 429, code: 'limit.reached' })
  const wait = Number(last.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(seconds - 60)
  expect(wait).toBeLessThanOrEqual(seconds)
  expect((await say(other, 'As before')).status).toBe(201)
  const { id } = await house.post(other.token)
  const reply = await ask(house.url(`/community/posts/${id}/replies`), {
    token: eager.token,
    body: { text: 'Yes' },
  })
  expect(reply.status).toBe(201)
})

test('who is trusted more posts more often', async () => {
  const trusted = await house.member()
  await giveThePast(web.db, trusted, { earned: karma(60), days: 10, now: new Date() })
  expect((await sayMany(trusted, paces.post.new.points + 5)).taken).toBe(paces.post.new.points + 5)
})

test('of one network all who are new share one more count, however many they are', async () => {
  expect((await say(await house.member(), 'One account')).status).toBe(201)
  const counted = await web.db.app<
    { points: number }[]
  >`select points from app.rate_limit where key like 'newcomers:%'`
  expect(counted).toHaveLength(1)
  await web.db.app`update app.rate_limit set points = 301 where key like 'newcomers:%'`
  expect((await say(await house.member(), 'Another account')).status).toBe(429)
  await web.db.app`delete from app.rate_limit where key like 'newcomers:%'`
})
