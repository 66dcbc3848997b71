import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, problemOf } from '../../test/support/http.ts'
import { addCatalog } from '../../test/support/members.ts'
import { codeOf, kept, moderationOf, type Someone } from '../../test/support/moderation.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
let house: ReturnType<typeof moderationOf>
let judge: Someone
beforeAll(async () => {
  web = await startTestWeb()
  house = moderationOf(web)
  judge = await house.moderator()
})
afterAll(() => web.close())

const filter = (input: object) => ask(house.url('/moderation/filters'), { token: judge.token, body: input })
const list = async () =>
  (await (await ask(house.url('/moderation/filters'), { token: judge.token })).json()).items
const say = ({ token }: Someone, text: string) =>
  ask(house.url('/community/posts'), { token, body: { kind: 'intel', text } })

test('a refused word is refused however it is spelled, in posts, answers and edits, and the answer names it', async () => {
  expect((await filter({ kind: 'word', pattern: 'quetzal', act: 'refuse' })).status).toBe(201)
  const author = await house.member()
  const { id } = await house.post(author.token)
  const problem = await problemOf(await say(author, 'Q u e t z a l pairs'))
  expect(problem).toMatchObject({ status: 422, code: 'moderation.filtered' })
  expect(problem.detail).toContain('quetzal')
  const answer = { token: author.token, body: { text: 'quetzаl' } }
  expect(await codeOf(await ask(house.url(`/community/posts/${id}/replies`), answer))).toBe(
    'moderation.filtered',
  )
  const edit = ask(house.url(`/community/posts/${id}`), { ...answer, method: 'PATCH' })
  expect(await codeOf(await edit)).toBe('moderation.filtered')
  expect((await say(author, 'quetzals are birds')).status).toBe(201)
})

test('what a filter holds is seen by its author alone until a moderator lets it through', async () => {
  await filter({ kind: 'link', pattern: 'market.example', act: 'hold' })
  const author = await house.member()
  const { id, hidden } = await house.post(author.token, { text: 'Mine is at https://pairs.market.example/1' })
  expect(hidden).toBe(true)
  expect((await ask(house.url(`/community/posts/${id}`))).status).toBe(404)
  expect(await house.caseOf(judge, id)).toMatchObject({ cause: 'filter', hidden: true })
  await house.decide(judge, id, kept)
  expect((await ask(house.url(`/community/posts/${id}`))).status).toBe(200)
})

test('links are counted by trust, and none may hide where it leads', async () => {
  const author = await house.member()
  expect((await say(author, 'See https://one.example')).status).toBe(201)
  const many = await problemOf(await say(author, 'https://one.example https://two.example'))
  expect(many).toMatchObject({ code: 'moderation.link', detail: expect.stringContaining('1 link at most') })
  expect(await codeOf(await say(author, 'https://bit.ly/abc'))).toBe('moderation.link')
})

test('the same pattern again changes what its filter does; a removed one does nothing', async () => {
  await filter({ kind: 'word', pattern: 'zebra stripes', act: 'refuse' })
  await filter({ kind: 'word', pattern: 'zebra stripes', act: 'hold' })
  const found = (await list()).filter(({ pattern }: { pattern: string }) => pattern === 'zebra stripes')
  expect(found).toMatchObject([{ act: 'hold', added_by: judge.username }])
  const remove = () => house.act('DELETE', `/moderation/filters/${found[0].id}`, { token: judge.token })
  expect((await remove()).status).toBe(204)
  expect(await codeOf(await remove())).toBe('moderation.not-found')
  expect((await house.post((await house.member()).token, { text: 'zebra stripes' })).hidden).toBe(false)
})

test('a domain is one, in lower case', async () => {
  for (const pattern of ['https://fakes.example', 'fakes', 'FAKES.example', '*.fakes.example', 'a b.example'])
    expect(await codeOf(await filter({ kind: 'link', pattern, act: 'refuse' }))).toBe('input.invalid')
})

test('the log says that filters changed, and not what they look for', async () => {
  await filter({ kind: 'word', pattern: 'ocelot', act: 'refuse' })
  expect((await house.log())[0]).toMatchObject({
    act: 'filter.added',
    by: { username: judge.username },
    note: null,
  })
})

test('what cannot wait is refused where a post would be held: a meet-up, and a muted member announces none', async () => {
  await filter({ kind: 'word', pattern: 'axolotl', act: 'hold' })
  const author = await house.member()
  const { storeId: store_id } = await addCatalog(web.db.app)
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const announce = (title: string) =>
    ask(house.url('/happenings'), {
      token: author.token,
      body: { kind: 'meet-up', title, store_id, starts_at: at(1), ends_at: at(2) },
    })
  expect(await codeOf(await announce('Axolotl swap'))).toBe('moderation.filtered')
  expect((await announce('Sneaker swap')).status).toBe(201)
  const body = { hours: 1, reason: 'Calm down first' }
  await ask(house.url(`/moderation/members/${author.username}/mute`), { token: judge.token, body })
  expect(await codeOf(await announce('Another swap'))).toBe('moderation.muted')
})
