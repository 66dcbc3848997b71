import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { communityOf, postOf } from '../../test/support/posts.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

type Member = Awaited<ReturnType<typeof register>>

let web: TestWeb
let ann: Member
let ben: Member
let eve: Member
let site: ReturnType<typeof communityOf>
beforeAll(async () => {
  web = await startTestWeb()
  ann = await register(web.origin, 'ann')
  ben = await register(web.origin, 'ben')
  eve = await register(web.origin, 'eve')
  site = communityOf(web.origin)
})
afterAll(() => web.close())

const put = (id: string, what: 'like' | 'save', { token }: Member) =>
  site.act('PUT', `/community/posts/${id}/${what}`, { token })
const vote = (id: string, { token }: Member, body: object) =>
  site.act('PUT', `/community/posts/${id}/vote`, { token, body })
const drop = (id: string, what: string, { token }: Member) =>
  site.act('DELETE', `/community/posts/${id}/${what}`, { token })
const up = { value: 1 }
const down = { value: -1 }
const hotOf = async (id: string) => {
  const [row] = await web.db.app<{ hot: number }[]>`select hot from app.post where id = ${id}`
  return row?.hot ?? Number.NaN
}

test('each member has one vote: the last one counts, and can be taken back', async () => {
  const { id } = await site.post(ann.token)
  const voted = async (answer: Promise<Response>) => {
    const { up, down, mine } = await postOf(await answer)
    return [up, down, mine.vote]
  }
  expect(await voted(vote(id, ben, up))).toEqual([1, 0, 1])
  expect(await voted(vote(id, ben, up))).toEqual([1, 0, 1])
  expect(await voted(vote(id, eve, down))).toEqual([1, 1, -1])
  expect(await voted(vote(id, ben, down))).toEqual([0, 2, -1])
  expect(await voted(drop(id, 'vote', ben))).toEqual([0, 1, 0])
  expect(await voted(drop(id, 'vote', ben))).toEqual([0, 1, 0])
})

test('a like is there once, and goes when it is taken back', async () => {
  const { id } = await site.post(ann.token)
  const liked = async (answer: Promise<Response>) => {
    const { likes, mine } = await postOf(await answer)
    return [likes, mine.liked]
  }
  expect(await liked(put(id, 'like', ben))).toEqual([1, true])
  expect(await liked(put(id, 'like', ben))).toEqual([1, true])
  expect(await liked(put(id, 'like', eve))).toEqual([2, true])
  expect(await liked(drop(id, 'like', ben))).toEqual([1, false])
  expect(await liked(drop(id, 'like', ben))).toEqual([1, false])
})

test('what is for a post lifts its rank, what is against it lowers it, and what is taken back changes nothing', async () => {
  const { id } = await site.post(ann.token)
  const rested = await hotOf(id)
  await vote(id, ben, up)
  const one = await hotOf(id)
  await put(id, 'like', eve)
  const two = await hotOf(id)
  await vote(id, ben, down)
  expect(rested).toBeLessThan(one)
  expect(one).toBeLessThan(two)
  expect(await hotOf(id)).toBe(rested)
})

test('the vote that hides a post is answered like any other, with nothing of the post', async () => {
  const { id } = await site.post(ann.token, { text: 'Rude words' })
  const voters: Member[] = [ben, eve]
  for (const name of ['vic', 'val', 'vid']) voters.push(await register(web.origin, name))
  const answers: Response[] = []
  for (const voter of voters) answers.push(await vote(id, voter, down))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  const last = await postOf(answers.at(-1) ?? new Response())
  expect(last).toMatchObject({ down: 5, hidden: true, text: '', mine: { vote: -1 } })
  expect((await ask(site.url(`/community/posts/${id}`))).status).toBe(404)
})

test('nobody judges what is one’s own, by name or without', async () => {
  for (const input of [{}, { anonymous: true }]) {
    const { id } = await site.post(ann.token, input)
    for (const act of [vote(id, ann, up), put(id, 'like', ann)])
      expect(await problemOf(await act)).toMatchObject({ status: 409, code: 'post.own' })
  }
})

test('votes at once are all counted once, whoever votes again and again', async () => {
  const { id } = await site.post(ann.token)
  const acts = [ben, eve].flatMap((member) => [
    ...Array.from({ length: 4 }, () => vote(id, member, up)),
    ...Array.from({ length: 4 }, () => put(id, 'like', member)),
  ])
  for (const answer of await Promise.all(acts)) expect(answer.status).toBe(200)
  expect(await site.read(id)).toMatchObject({ up: 2, down: 0, likes: 2 })
})

test('what is kept for later is one’s own list, the last kept first, and nobody else sees that it is kept', async () => {
  const posts = [await site.post(ann.token), await site.post(ann.token), await site.post(ann.token)]
  const ids = posts.map(({ id }) => id)
  for (const id of ids) expect((await postOf(await put(id, 'save', ben))).mine.saved).toBe(true)
  expect(await site.all('/community/saved?limit=2', ben.token)).toEqual(ids.toReversed())
  await drop(ids[1] ?? '', 'save', ben)
  expect(await site.all('/community/saved?limit=1', ben.token)).toEqual([ids[2], ids[0]])
  expect(await site.all('/community/saved?limit=2', eve.token)).toEqual([])
  expect((await site.read(ids[0] ?? '', eve.token)).mine.saved).toBe(false)
  expect((await ask(site.url('/community/saved'))).status).toBe(401)
})

test('a vote is one up or one down', async () => {
  const { id } = await site.post(ann.token)
  for (const body of [{ value: 0 }, { value: 2 }, { value: '1' }, {}])
    expect((await problemOf(await vote(id, ben, body))).code).toBe('input.invalid')
})
