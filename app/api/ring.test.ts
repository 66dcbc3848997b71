import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { karma } from '../../core/karma/amount.ts'
import { appealShape, clusterShape, reviewAppealShape } from '../../core/karma/ring/shape.ts'
import { setRole } from '../../db/members/role.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { openJar, registerInBrowser } from '../../test/support/jar.ts'
import { addCatalog } from '../../test/support/members.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const api = (path: string) => `${web.origin}/api${path}`
const days = (count: number) => count * 86_400_000
let names = 0
const member = async () => register(web.origin, `ring_${names++}`)
const moderator = async () => {
  const name = `mod_${names++}`
  const someone = await register(web.origin, name)
  await setRole(web.db.app, name, 'moderator')
  return someone
}
type Someone = Awaited<ReturnType<typeof member>>

/** An award that a circle's word was discounted for, and that no batch holds. */
async function discounted({ id }: Someone): Promise<string> {
  const award = uuidv7()
  await web.db.app`
    insert into app.award (id, member_id, rule, source_id, amount, ruleset, ring_discount, why, created_at)
    values (${award}, ${id}, 'restock.report', ${uuidv7()}, ${String(karma(10) / 20n)}, ${Buffer.alloc(32)}, 9500,
      '{95 % less}', now())`
  return award
}
const appeal = ({ token }: Someone, text = 'We are the only ones who live here') =>
  ask(api('/karma/appeals'), { token, body: { text } })
const decide = ({ token }: Someone, id: string, granted: boolean) =>
  ask(api(`/karma/appeals/${id}/decide`), { token, body: { granted, note: 'I looked at every one of them' } })
const opened = async (someone: Someone) => appealShape.parse(await (await appeal(someone)).json())
const cluster = async ({ token }: Someone) =>
  clusterShape.strict().parse(await (await ask(api('/karma/cluster'), { token })).json())
const codeOf = async (response: Response) => (await problemOf(response)).code

test('who is in no circle is told so, and has nothing to appeal', async () => {
  const someone = await member()
  expect(await cluster(someone)).toEqual({ discount_bp: 0, reasons: [], lifted_until: null, appeal: null })
  expect(await codeOf(await appeal(someone))).toBe('appeal.nothing')
})

test('a granted appeal restores what no batch holds, and keeps discounts away for 90 days', async () => {
  const [someone, judge] = [await member(), await moderator()]
  const award = await discounted(someone)
  const { id } = await opened(someone)
  expect(await codeOf(await appeal(someone))).toBe('appeal.open')
  const decided = appealShape.parse(await (await decide(judge, id, true)).json())
  expect(decided).toMatchObject({ state: 'granted', answer: 'I looked at every one of them' })
  const until = new Date(decided.lifts_until ?? 0).getTime() - Date.now()
  expect(Math.round(until / days(1))).toBe(90)
  expect(await cluster(someone)).toMatchObject({ lifted_until: decided.lifts_until, appeal: { id } })
  const [row] = await web.db.app`select amount, ring_discount, why from app.award where id = ${award}`
  expect(row).toEqual({ amount: karma(10), ring_discount: 0, why: [] })
  expect(await codeOf(await decide(judge, id, false))).toBe('appeal.decided')
})

test('a refused one changes nothing, says why, and has to wait two weeks for the next', async () => {
  const [someone, judge] = [await member(), await moderator()]
  const award = await discounted(someone)
  const { id } = await opened(someone)
  await decide(judge, id, false)
  expect((await cluster(someone)).appeal).toMatchObject({ state: 'refused', answer: expect.any(String) })
  const [row] = await web.db.app`select ring_discount from app.award where id = ${award}`
  expect(row?.ring_discount).toBe(9500)
  expect(await codeOf(await appeal(someone))).toBe('appeal.too-soon')
  await web.db.app`update app.karma_appeal set decided_at = now() - interval '15 days' where id = ${id}`
  expect((await appeal(someone)).status).toBe(201)
})

test('moderators see open appeals with the score of then, page by page, and decide all but their own', async () => {
  const judge = await moderator()
  const ids: string[] = []
  for (let n = 0; n < 3; n++) {
    const someone = await member()
    await discounted(someone)
    ids.unshift((await opened(someone)).id)
  }
  await discounted(judge)
  const own = await opened(judge)
  expect(await codeOf(await decide(judge, own.id, true))).toBe('appeal.own')
  expect(await codeOf(await decide(judge, uuidv7(), true))).toBe('appeal.not-found')
  const page = async (query: string) => {
    const answer = await ask(api(`/karma/appeals?${query}`), { token: judge.token })
    const { items } = (await answer.json()) as { items: unknown[] }
    return items.map((item) => reviewAppealShape.strict().parse(item).id)
  }
  expect((await page('limit=4')).slice(0, 4)).toEqual([own.id, ...ids])
  expect(await page(`limit=2&before=${own.id}`)).toEqual(ids.slice(0, 2))
  await decide(judge, ids[0] ?? '', true)
  expect(await page('limit=4')).not.toContain(ids[0])
  expect(await page('limit=4&state=all')).toContain(ids[0])
})

test('two accounts of one browser cannot confirm each other; two browsers can', async () => {
  const first = await registerInBrowser(web.origin, 'same_browser_a')
  const { sneakerId: sneaker_id, storeId: store_id } = await addCatalog(web.db.app)
  const report = async (size: string) => {
    const answer = await first.ask('/restocks', { body: { sneaker_id, store_id, size } })
    return ((await answer.json()) as { id: string }).id
  }
  const [one, two] = [await report('9'), await report('10')]
  const again = (name: string) => ({
    username: name,
    email: `${name}@example.test`,
    password: 'seven green lamps at dawn',
  })
  const other = await registerInBrowser(web.origin, 'other_browser')
  expect(await (await other.ask(`/restocks/${one}/confirm`, { body: {} })).json()).toMatchObject({
    confirmations: 1,
    not_counted: null,
  })
  const device = first.cookies.get('snpd-device')
  expect(device).toMatch(/^[0-9a-f]{32}$/)
  expect((await first.ask('/users/register', { body: again('same_browser_b') })).status).toBe(201)
  expect(first.cookies.get('snpd-device')).toBe(device)
  expect(await (await first.ask(`/restocks/${two}/confirm`, { body: {} })).json()).toMatchObject({
    confirmations: 0,
    confirmed_by_me: true,
    not_counted: expect.stringContaining('same browser'),
  })
})

test('the id of a browser is in no table, lasts 90 days, is no script’s, and is not taken from a client', async () => {
  const jar = openJar(web.origin)
  jar.cookies.set('snpd-device', 'mine-to-choose')
  const body = { username: 'chooser', email: 'chooser@example.test', password: 'seven green lamps at dawn' }
  await jar.ask('/users/register', { body })
  const id = jar.cookies.get('snpd-device') ?? ''
  expect(id).toMatch(/^[0-9a-f]{32}$/)
  expect(jar.lines.get('snpd-device')).toMatch(/Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax/)
  const rows = await web.db.app<{ row: string }[]>`select d::text as row from app.device d`
  expect(rows.map(({ row }) => row).join()).not.toContain(id)
  // A client without a browser has none.
  const before = rows.length
  await member()
  expect(await web.db.app`select 1 from app.device`).toHaveLength(before)
})
