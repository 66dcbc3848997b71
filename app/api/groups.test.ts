import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { placeOf } from '../../core/cell/cell.ts'
import {
  groupMemberPageShape,
  groupPageShape,
  groupShape,
  invitationShape,
  madeInviteShape,
} from '../../core/group/shape.ts'
import { karma } from '../../core/karma/amount.ts'
import { found } from '../../test/support/groups.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { randomAddress } from '../../test/support/members.ts'
import { giveThePast } from '../../test/support/minted.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

const now = new Date()
const { city, area } = placeOf({ latitude: 37.8, longitude: -122.27 })

type Person = { id: string; token: string; username: string }
let web: TestWeb
let owner: Person
let ann: Person
let round = 0

const api = (path: string) => `${web.origin}/api/groups${path}`
const person = async (name: string): Promise<Person> => {
  const username = `${name}_${round}`
  return { ...(await register(web.origin, username)), username }
}
const post = (path: string, { token }: Person, body: unknown = {}) => ask(api(path), { token, body })

beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())
beforeEach(async () => {
  round++
  owner = await person('owner')
  ann = await person('ann')
  const past = { earned: karma(50), days: 7, now }
  await giveThePast(web.db, { ...owner, wallet: randomAddress() }, past)
})

const input = (rest: object = {}) => ({ name: `Cooks ${round}`, about: 'We share.', access: 'open', ...rest })
async function make(rest: object = {}) {
  const answer = await post('', owner, input(rest))
  expect(answer.status, await answer.clone().text()).toBe(201)
  return groupShape.parse(await answer.json())
}

test('a group is founded, found near its city, read by strangers, joined and left', async () => {
  const { slug } = await make({ city })
  const near = groupPageShape.parse(await (await ask(api(`?near=${city}`))).json())
  expect(near.items.map((group) => group.slug)).toContain(slug)
  const stranger = groupShape.parse(await (await ask(api(`/${slug}`))).json())
  expect(stranger.mine).toEqual({
    ...{ role: null, standing: null },
    may: { join: false, read: true, post: false, moderate: false, own: false },
  })
  const joined = groupShape.parse(await (await post(`/${slug}/join`, ann)).json())
  expect(joined).toMatchObject({ members: 2, mine: { role: 'member', may: { post: true } } })
  const members = groupMemberPageShape.parse(await (await ask(api(`/${slug}/members`))).json())
  expect(members.items.map(({ username, role }) => [username, role])).toEqual([
    [owner.username, 'owner'],
    [ann.username, 'member'],
  ])
  const leave = { method: 'DELETE', token: ann.token }
  expect((await ask(api(`/${slug}/membership`), leave)).status).toBe(204)
  expect(
    (await problemOf(await ask(api(`/${slug}/membership`), { ...leave, token: owner.token }))).code,
  ).toBe('group.owner')
})

test('a gate is tried before it is kept: as it will be told, and answered for the writer', async () => {
  const trial = await (await post('/gate', ann, { gate: `HELD 5 or not city ${city}` })).json()
  expect(trial).toMatchObject({
    text: `held >= 5 or not city ${city}`,
    words: expect.stringContaining('5 karma held or not being around'),
    standing: { open: true },
  })
  const bad = await problemOf(await post('/gate', ann, { gate: 'held 5 and' }))
  expect(bad).toMatchObject({
    status: 422,
    code: 'group.gate-text',
    fix: expect.stringContaining('held 100'),
  })
})

describe('an invite link', () => {
  test('has its secret behind the #, where no server is sent it, and is told once', async () => {
    const { slug } = await make({ access: 'invite' })
    const made = madeInviteShape.parse(await (await post(`/${slug}/invites`, owner, { hours: 2 })).json())
    const { pathname, hash, search } = new URL(made.link)
    expect([pathname, search, hash.length]).toEqual(['/groups/invite', '', 33])
    const token = hash.slice(1)
    const listed = await (await ask(api(`/${slug}/invites`), { token: owner.token })).text()
    expect(listed).toContain(made.invite.id)
    expect(listed).not.toContain(token)
    const look = invitationShape.parse(await (await ask(api('/invitation'), { body: { token } })).json())
    expect(look).toMatchObject({ slug, name: `Cooks ${round}`, joined: false })
    expect((await problemOf(await ask(api(`/${slug}`), { token: ann.token }))).status).toBe(404)
    expect((await post('/invitation/accept', ann, { token })).status).toBe(200)
    expect((await ask(api(`/${slug}`), { token: ann.token })).status).toBe(200)
  })

  test('that never was is refused as one that ran out', async () => {
    const token = 'a'.repeat(32)
    for (const path of ['/invitation', '/invitation/accept'])
      expect(await problemOf(await post(path, ann, { token }))).toMatchObject({
        ...{ status: 410, code: 'group.invite-ended' },
      })
    expect((await post('/invitation', ann, { token: '../../x' })).status).toBe(422)
  })
})

test.each([
  ['a name that turns the order of reading around', { name: 'Cooks \u202eskooC' }],
  ['a name that nobody can see', { name: '\u200b\u200b\u200b' }],
  ['a name with something in it that nobody can see', { name: 'Coo\u200bks' }],
  ['a name of two lines', { name: 'Cooks\nand more' }],
  ['an area where a city is asked for', { city: area }],
  ['a cell that is none', { city: '852a100ffffff0f' }],
  ['a gate without a gate', { access: 'gate' }],
  ['a gate of an open group', { gate: 'held 5' }],
  ['a gate that is none', { access: 'gate', gate: '<script>' }],
  ['a card number', { about: 'Pay to 4242 4242 4242 4242' }],
])('%s is refused, and founds nothing', async (_, wrong) => {
  const problem = await problemOf(await post('', owner, input(wrong)))
  expect(problem.status).toBe(422)
  expect((await (await ask(api('?mine=1'), { token: owner.token })).json()).items).toEqual([])
})

test('markup in a name or a text is text', async () => {
  const name = `<b>Cooks</b> ${round}`
  expect(await make({ name, about: '<script>alert(1)</script>' })).toMatchObject({
    ...{ name, slug: `b-cooks-b-${round}`, about: '<script>alert(1)</script>' },
  })
})

test('a cursor of another list is refused', async () => {
  const { slug } = await found(web.db, {
    ...{ by: { ...owner, wallet: randomAddress() }, name: `Direct ${round}`, now },
  })
  for (const path of ['?cursor=x', `/${slug}/members?cursor=5.x`, `/${slug}/leaderboard?cursor=x`])
    expect((await problemOf(await ask(api(path)))).code).toBe('input.invalid')
})
