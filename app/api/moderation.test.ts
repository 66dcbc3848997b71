import { afterAll, beforeAll, expect, test } from 'vitest'
import { karma } from '../../core/karma/amount.ts'
import { deleteMember } from '../../db/members/delete.ts'
import { ask } from '../../test/support/http.ts'
import { codeOf, kept, moderationOf, removed, type Someone } from '../../test/support/moderation.ts'
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

const vote = ({ token }: Someone, id: string, value: 1 | -1) =>
  house.act('PUT', `/community/posts/${id}/vote`, { token, body: { value } })
const readable = async (id: string, reader?: Someone) =>
  (await ask(house.url(`/community/posts/${id}`), reader ? { token: reader.token } : {})).status

test('a reported post stands until a moderator decides; who reported it is told to nobody', async () => {
  const [author, reporter] = [await house.member(), await house.member()]
  const { id } = await house.post(author.token, { text: 'Buy my replica pairs' })
  const answer = await house.report(reporter, id, { rule: 'scam', text: 'These are all fakes' })
  expect(answer.status).toBe(201)
  expect(await readable(id)).toBe(200)
  const found = await house.caseOf(judge, id)
  expect(found).toMatchObject({
    ...{ state: 'open', cause: 'report', quote: 'Buy my replica pairs', hidden: false, strikes: 0 },
    ...{ author: { username: author.username }, reports: [{ rule: 'scam', text: 'These are all fakes' }] },
  })
  expect(JSON.stringify(found)).not.toContain(reporter.username)
  expect(JSON.stringify(found)).not.toContain(reporter.id)
})

test('nobody reports twice, oneself, or what is not there; several reports are one case', async () => {
  const [author, one, other] = [await house.member(), await house.member(), await house.member()]
  const { id } = await house.post(author.token)
  expect((await house.report(one, id)).status).toBe(201)
  expect(await codeOf(await house.report(one, id))).toBe('moderation.reported')
  expect((await house.report(other, id, { rule: 'abuse' })).status).toBe(201)
  expect(await codeOf(await house.report(author, id))).toBe('moderation.own')
  expect(await codeOf(await house.report(one, judge.id))).toBe('post.not-found')
  expect((await house.cases(judge)).filter(({ post_id }) => post_id === id)).toHaveLength(1)
  expect((await house.caseOf(judge, id)).reports).toHaveLength(2)
})

test('of two moderators one has a case, until it is given back or the time is over', async () => {
  const [author, reporter, second] = [await house.member(), await house.member(), await house.moderator()]
  const { id: post } = await house.post(author.token)
  await house.report(reporter, post)
  const { id } = await house.caseOf(judge, post)
  const answers = await Promise.all([house.claim(judge, id), house.claim(second, id)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const [has, hasNot] = answers[0].status === 200 ? [judge, second] : [second, judge]
  expect(await codeOf(await house.resolve(hasNot, id, kept))).toBe('moderation.claimed')
  expect((await house.caseOf(hasNot, post)).claimed).toMatchObject({ username: has.username, mine: false })
  await house.act('DELETE', `/moderation/cases/${id}/claim`, { token: has.token })
  expect(await codeOf(await house.resolve(has, id, kept))).toBe('moderation.not-claimed')
  expect((await house.claim(hasNot, id)).status).toBe(200)
  await web.db.app`update app.mod_case set claimed_until = now() where id = ${id}`
  expect((await house.claim(has, id)).status).toBe(200)
  expect((await house.resolve(has, id, kept)).status).toBe(200)
  expect(await codeOf(await house.resolve(has, id, kept))).toBe('moderation.decided')
})

test('a post that is taken down is shown to nobody but its author, and its words stay with the case', async () => {
  const [author, reporter] = [await house.member(), await house.member()]
  const { id } = await house.post(author.token, { text: 'Cheap pairs, cheap pairs' })
  await house.report(reporter, id)
  await ask(house.url(`/community/posts/${id}`), {
    ...{ token: author.token, method: 'PATCH', body: { text: 'Harmless now' } },
  })
  expect(await house.caseOf(judge, id)).toMatchObject({
    quote: 'Cheap pairs, cheap pairs',
    now: 'Harmless now',
  })
  expect(await house.decide(judge, id, removed())).toMatchObject({ state: 'removed', rule: 'spam' })
  expect([await readable(id), await readable(id, reporter), await readable(id, author)]).toEqual([
    404, 404, 200,
  ])
  expect(await house.all('/community/feed?limit=50')).not.toContain(id)
  expect(await house.conduct(author)).toMatchObject({
    ...{ muted_until: null, strikes: 1, mutes: [] },
    removed: [{ quote: 'Cheap pairs, cheap pairs', rule: 'spam', note: 'Advertising, as before' }],
  })
})

test('the first who reported what is taken down is paid for it, once; a moderator for oneself never', async () => {
  const [author, first, second] = [await house.member(), await house.member(), await house.member()]
  const awards = async ({ id }: Someone) =>
    web.db
      .app`select amount, ready_at is not null as ready from app.award where member_id = ${id} and rule = 'flag.upheld'`
  const { id } = await house.post(author.token)
  for (const one of [judge, first, second]) await house.report(one, id)
  await house.decide(judge, id, removed(false))
  expect(await awards(first)).toEqual([{ amount: karma(3), ready: true }])
  expect([await awards(judge), await awards(second)]).toEqual([[], []])
  expect((await house.conduct(author)).strikes).toBe(0)
})

test('at five votes more down than up a post is hidden until somebody looks, and votes do not hide it again', async () => {
  const author = await house.member()
  const voters = await Promise.all(Array.from({ length: 7 }, () => house.member()))
  const { id } = await house.post(author.token, { text: 'The line is short' })
  await vote(voters[6] as Someone, id, 1)
  for (const voter of voters.slice(0, 5)) await vote(voter, id, -1)
  expect(await readable(id)).toBe(200)
  await vote(voters[5] as Someone, id, -1)
  expect([await readable(id), await readable(id, author)]).toEqual([404, 200])
  expect(await house.caseOf(judge, id)).toMatchObject({ cause: 'votes', hidden: true, reports: [] })
  expect((await house.log())[0]).toMatchObject({ act: 'post.hidden', automatic: true, by: null })
  expect(await house.decide(judge, id, kept)).toMatchObject({ state: 'kept', hidden: false })
  expect(await readable(id)).toBe(200)
  await vote(voters[6] as Someone, id, -1)
  expect(await readable(id)).toBe(200)
})

test('votes at once hide a post once', async () => {
  const author = await house.member()
  const voters = await Promise.all(Array.from({ length: 6 }, () => house.member()))
  const { id } = await house.post(author.token)
  await Promise.all(voters.map((voter) => vote(voter, id, -1)))
  expect(await readable(id)).toBe(404)
  expect((await house.cases(judge)).filter(({ post_id }) => post_id === id)).toHaveLength(1)
})

test('no moderator decides about a post of their own', async () => {
  const [second, reporter] = [await house.moderator(), await house.member()]
  const { id: post } = await house.post(second.token)
  await house.report(reporter, post)
  const { id } = await house.caseOf(judge, post)
  expect(await codeOf(await house.claim(second, id))).toBe('moderation.own')
})

test('of an anonymous post moderators learn what was said, and not by whom', async () => {
  const [author, reporter] = [await house.member(), await house.member()]
  const { id } = await house.post(author.token, { anonymous: true, text: 'Somebody is very rude here' })
  await house.report(reporter, id)
  const found = await house.decide(judge, id, removed())
  expect(found).toMatchObject({ author: null, anonymous: true, strikes: 1 })
  expect(JSON.stringify(found)).not.toMatch(new RegExp(`${author.id}|${author.username}`))
  const record = await ask(house.url(`/moderation/members/${author.username}`), { token: judge.token })
  expect(await record.json()).toMatchObject({ removed: [], mutes: [] })
  expect((await house.conduct(author)).removed).toHaveLength(1)
})

test('the log says what was done and by whom, and never to whom', async () => {
  const [author, reporter] = [await house.member(), await house.member()]
  const { id } = await house.post(author.token, { text: 'Words that are gone' })
  await house.report(reporter, id)
  await house.decide(judge, id, removed())
  const log = await house.log()
  const by = { username: judge.username }
  expect(log.slice(0, 2)).toContainEqual(expect.objectContaining({ act: 'strike', by }))
  const note = 'Advertising, as before'
  expect(log.slice(0, 2)).toContainEqual(
    expect.objectContaining({ act: 'post.removed', rule: 'spam', note, by }),
  )
  const text = JSON.stringify(log)
  for (const part of [author.username, author.id, reporter.username, id, 'Words that are gone'])
    expect(text).not.toContain(part)
})

test('what was taken back before anybody looked is still judged by its words; who left keeps none', async () => {
  const [author, reporter] = [await house.member(), await house.member()]
  const { id } = await house.post(author.token, { text: 'Quickly said and gone' })
  await house.report(reporter, id)
  await house.act('DELETE', `/community/posts/${id}`, { token: author.token })
  const found = (await house.cases(judge)).find(({ quote }) => quote === 'Quickly said and gone')
  expect(found).toMatchObject({ post_id: null, state: 'open' })
  await deleteMember(web.db.app, web.api.vault, author.id)
  await house.claim(judge, found?.id ?? '')
  const decided = await house.resolve(judge, found?.id ?? '', removed())
  expect(await decided.json()).toMatchObject({ state: 'removed', quote: '', author: null, strikes: 0 })
})
