import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../test/support/http.ts'
import { codeOf, moderationOf, removed, type Someone } from '../../test/support/moderation.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
let house: ReturnType<typeof moderationOf>
let judge: Someone
let second: Someone
beforeAll(async () => {
  web = await startTestWeb()
  house = moderationOf(web)
  judge = await house.moderator()
  second = await house.moderator()
})
afterAll(() => web.close())

const DAY = 86_400_000
/** Posts, is reported, and loses the post. @returns its id */
async function offend(author: Someone, input: object = {}): Promise<string> {
  const { id } = await house.post(author.token, input)
  await house.report(await house.member(), id)
  await house.decide(judge, id, removed())
  return id
}
const say = ({ token }: Someone) =>
  ask(house.url('/community/posts'), { token, body: { kind: 'intel', text: 'Hi' } })
const appeal = ({ token }: Someone, body: object) => ask(house.url('/moderation/appeals'), { token, body })
const decide = ({ token }: Someone, id: string, granted: boolean) =>
  ask(house.url(`/moderation/appeals/${id}/decide`), {
    token,
    body: { granted, answer: 'I looked at it again' },
  })
const mute = ({ token }: Someone, username: string, body: object = { hours: 2, reason: 'Calm down first' }) =>
  ask(house.url(`/moderation/members/${username}/mute`), { token, body })
const daysMuted = async (author: Someone) => {
  const { muted_until: until } = await house.conduct(author)
  return until === null ? 0 : Math.round((Date.parse(until) - Date.now()) / DAY)
}
const appealed = async (author: Someone): Promise<string> => {
  const { removed: all } = await house.conduct(author)
  const answer = await appeal(author, { case_id: all[0]?.case_id, text: 'That was no advertising' })
  expect(answer.status).toBe(201)
  return (await answer.json()).id
}

test('the first strike warns, the second mutes for a day, and an ended one counts no more', async () => {
  const author = await house.member()
  await offend(author)
  expect(await daysMuted(author)).toBe(0)
  expect((await say(author)).status).toBe(201)
  await offend(author)
  expect(await daysMuted(author)).toBe(1)
  const refused = await say(author)
  expect([refused.status, await codeOf(refused)]).toEqual([403, 'moderation.muted'])
  await web.db.app`update app.strike set expires_at = now() where member_id = ${author.id}`
  await web.db.app`update app.silence set until_at = from_at + interval '1 ms' where member_id = ${author.id}`
  await offend(author)
  expect([await daysMuted(author), (await house.conduct(author)).strikes]).toEqual([0, 1])
})

test('who is muted reads, and writes, answers and votes on nothing until it is over or lifted', async () => {
  const [quiet, other] = [await house.member(), await house.member()]
  const { id } = await house.post(other.token)
  const own = await house.post(quiet.token)
  expect((await mute(judge, quiet.username)).status).toBe(201)
  const acts = [
    say(quiet),
    ask(house.url(`/community/posts/${id}/replies`), { token: quiet.token, body: { text: 'Hello' } }),
    ask(house.url(`/community/posts/${own.id}`), {
      token: quiet.token,
      method: 'PATCH',
      body: { text: 'Hello' },
    }),
    house.act('PUT', `/community/posts/${id}/vote`, { token: quiet.token, body: { value: -1 } }),
    house.act('PUT', `/community/posts/${id}/like`, { token: quiet.token }),
  ]
  for (const act of acts) expect(await codeOf(await act)).toBe('moderation.muted')
  expect((await ask(house.url('/community/feed'), { token: quiet.token })).status).toBe(200)
  expect((await house.conduct(quiet)).mutes).toMatchObject([{ reason: 'Calm down first', lifted_at: null }])
  const lifted = await house.act('DELETE', `/moderation/members/${quiet.username}/mute`, {
    token: judge.token,
  })
  expect(await lifted.json()).toMatchObject({ muted_until: null })
  expect((await say(quiet)).status).toBe(201)
})

test('moderators mute neither themselves nor each other', async () => {
  expect(await codeOf(await mute(judge, second.username))).toBe('moderation.own')
  expect(await codeOf(await mute(judge, judge.username))).toBe('moderation.own')
})

test('an appeal that is right puts the post back and takes its strike, its mute and what was paid for it', async () => {
  const author = await house.member()
  await offend(author)
  const id = await offend(author, { text: 'Look at my own pair' })
  expect(await daysMuted(author)).toBe(1)
  expect((await decide(second, await appealed(author), true)).status).toBe(200)
  expect((await ask(house.url(`/community/posts/${id}`))).status).toBe(200)
  expect(await house.conduct(author)).toMatchObject({
    ...{ muted_until: null, strikes: 1 },
    removed: [{ appeal: { state: 'granted', answer: 'I looked at it again' } }, { appeal: null }],
  })
  expect(await house.caseOf(judge, id)).toMatchObject({ state: 'restored', hidden: false })
  const { id: caseId } = await house.caseOf(judge, id)
  const [award] = await web.db.app`select reversed_at from app.award where source_id = ${caseId}`
  expect(award?.reversed_at).not.toBeNull()
})

test('a refused one changes nothing; nobody appeals twice, late, or what is not theirs', async () => {
  const [author, other] = [await house.member(), await house.member()]
  const id = await offend(author)
  const { id: caseId } = await house.caseOf(judge, id)
  expect(await codeOf(await appeal(other, { case_id: caseId, text: 'Give it back to them' }))).toBe(
    'moderation.not-found',
  )
  await decide(second, await appealed(author), false)
  expect((await ask(house.url(`/community/posts/${id}`))).status).toBe(404)
  expect((await house.conduct(author)).strikes).toBe(1)
  expect(await codeOf(await appeal(author, { case_id: caseId, text: 'But I am right' }))).toBe(
    'moderation.appealed',
  )
  const late = await offend(author)
  const { id: lateCase } = await house.caseOf(judge, late)
  await web.db.app`update app.mod_case set resolved_at = now() - interval '31 days' where id = ${lateCase}`
  expect(await codeOf(await appeal(author, { case_id: lateCase, text: 'I was away' }))).toBe(
    'moderation.too-late',
  )
})

test('whoever decided a case does not decide the appeal against it, and of two who do one does', async () => {
  const author = await house.member()
  await offend(author)
  const id = await appealed(author)
  expect(await codeOf(await decide(judge, id, false))).toBe('moderation.own')
  const third = await house.moderator()
  const answers = await Promise.all([decide(second, id, true), decide(third, id, false)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('a mute is appealed like a post; the list tells the deciding moderator that it is their own', async () => {
  const author = await house.member()
  await mute(judge, author.username)
  const [given] = (await house.conduct(author)).mutes
  expect((await appeal(author, { mute_id: given?.id, text: 'I was calm all along' })).status).toBe(201)
  const list = async ({ token }: Someone) =>
    (await (await ask(house.url('/moderation/appeals'), { token })).json()).items
  const [mine, theirs] = [(await list(judge))[0], (await list(second))[0]]
  expect(mine).toMatchObject({
    own: true,
    about: { kind: 'mute', note: 'Calm down first', by: judge.username },
  })
  expect(theirs).toMatchObject({ id: mine.id, own: false })
  await decide(second, mine.id, true)
  expect((await say(author)).status).toBe(201)
})

test('the author of an anonymous post stays so in an appeal', async () => {
  const author = await house.member()
  await offend(author, { anonymous: true })
  const id = await appealed(author)
  const { items } = await (
    await ask(house.url('/moderation/appeals?limit=100'), { token: second.token })
  ).json()
  const found = items.find((one: { id: string }) => one.id === id)
  expect(found.username).toBeNull()
  expect(JSON.stringify(found)).not.toMatch(new RegExp(`${author.id}|${author.username}`))
})

test('notes are for moderators, and in the export of whom they are about', async () => {
  const [author, other] = [await house.member(), await house.member()]
  const path = house.url(`/moderation/members/${author.username}/notes`)
  const body = { text: 'Talked to them, they promised' }
  expect((await ask(path, { token: other.token, body })).status).toBe(403)
  const record = await ask(path, { token: judge.token, body })
  expect(await record.json()).toMatchObject({ notes: [{ text: body.text, by: judge.username }] })
  const everything = await (await ask(house.url('/me/export'), { token: author.token })).json()
  expect(everything.moderation.notes).toMatchObject([{ text: body.text }])
  expect(JSON.stringify(everything)).not.toContain(judge.username)
})
