import { afterAll, beforeAll, expect, test } from 'vitest'
import { newcomersPace, paces } from '../../core/moderation/pace.ts'
import { ask } from '../support/http.ts'
import { moderationOf, type Someone } from '../support/moderation.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
let house: ReturnType<typeof moderationOf>
beforeAll(async () => {
  web = await startTestWeb()
  house = moderationOf(web)
})
afterAll(() => web.close())

const AT_ONCE = 50
/** Below what one may read in a minute. */
const MOST_ASKED = 400
const say = ({ token }: Someone, text: string) =>
  ask(house.url('/community/posts'), { token, body: { kind: 'intel', text } })

/** So many posts, many at once, whose authors take turns. @returns how often each status was answered */
async function flood(authors: Someone[], count: number): Promise<Map<number, number>> {
  const statuses = new Map<number, number>()
  let next = 0
  const one = async () => {
    for (let nth = next++; nth < count; nth = next++) {
      const response = await say(authors[nth % authors.length] as Someone, `Flood ${nth}`)
      await response.arrayBuffer()
      if (response.status === 429) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return statuses
}

const written = async (authors: Someone[]) => {
  const rows = await web.db.app<{ count: number }[]>`
    select count(*)::int as count from app.post where member_id = any(${authors.map(({ id }) => id)}::uuid[])`
  return rows[0]?.count
}

/** Reads and posts, one after the other, until it is told to stop. @returns each status */
async function liveOn(someone: Someone, goesOn: () => boolean): Promise<number[]> {
  const statuses: number[] = []
  do {
    const read = await ask(house.url('/community/feed'), { token: someone.token })
    await read.arrayBuffer()
    statuses.push(read.status)
    if (statuses.length < 2 * paces.post.new.points) statuses.push((await say(someone, 'Still here')).status)
  } while (goesOn() && statuses.length < MOST_ASKED)
  return statuses
}

test('ten thousand posts of one member in a minute: the first few are there, each of the others is told when to come back, and nobody else is kept from anything', async () => {
  const [eager, calm] = [await house.member(), await house.member()]
  let flooding = true
  const living = liveOn(calm, () => flooding)
  const statuses = await flood([eager], 10_000)
  flooding = false
  const { points } = paces.post.new
  expect(Object.fromEntries(statuses)).toEqual({ 201: points, 429: 10_000 - points })
  expect(await written([eager])).toBe(points)
  const others = await living
  expect(others.length).toBeGreaterThan(2)
  expect([...new Set(others)].sort()).toEqual([200, 201])
})

test('a hundred new accounts of one network post no more together than its newcomers may, and what was taken is there', async () => {
  const crowd = await Promise.all(Array.from({ length: 100 }, () => house.member()))
  const statuses = await flood(crowd, 600)
  expect([...statuses.keys()].sort()).toEqual([201, 429])
  expect(statuses.get(201)).toBeLessThanOrEqual(newcomersPace.points)
  expect(await written(crowd)).toBe(statuses.get(201))
})
