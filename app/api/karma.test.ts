import { keccak256, stringToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { karma } from '../../core/karma/amount.ts'
import { flagKey } from '../../core/karma/flag-key.ts'
import { rulesetHash } from '../../core/karma/rules.ts'
import {
  challengeShape,
  publishedRulesetShape,
  reviewAwardShape,
  reviewChallengeShape,
  rulesShape,
  standingShape,
} from '../../core/karma/shape.ts'
import { toBytea } from '../../db/bytes.ts'
import { setRole } from '../../db/members/role.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { addCatalog, addMember } from '../../test/support/members.ts'
import { giveThePast } from '../../test/support/minted.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
type Asking = { id: string; token: string }
let [ann, ben, eve, mod]: Asking[] = []
beforeAll(async () => {
  web = await startTestWeb((api) => ({ ...api, challengeSeconds: 3_600 }))
  ann = await register(web.origin, 'ann')
  ben = await register(web.origin, 'ben')
  eve = await register(web.origin, 'eve')
  mod = await register(web.origin, 'mod')
  await setRole(web.db.app, 'mod', 'moderator')
})
afterAll(() => web.close())

const api = (path: string) => `${web.origin}/api${path}`
const get = async (path: string, who?: Asking) => (await ask(api(path), { token: who?.token })).json()
const post = (path: string, who: Asking | undefined, body: unknown = {}) =>
  ask(api(path), { method: 'POST', token: who?.token, body })

/** ann saw it, ben confirms it. */
async function restock(): Promise<string> {
  const { sneakerId: sneaker_id, storeId: store_id } = await addCatalog(web.db.app)
  const { id } = await (await post('/restocks', ann, { sneaker_id, store_id, size: '10' })).json()
  expect((await ask(api(`/restocks/${id}/confirm`), { method: 'POST', token: ben?.token })).status).toBe(200)
  return id
}
const awardsOf = async (sourceId: string) => {
  const { items } = await get('/karma/awards', mod)
  return reviewAwardShape
    .array()
    .parse(items)
    .filter(({ source_id }) => source_id === sourceId)
}

test('the rules are told in words and data, and their text has the hash that mints name', async () => {
  const rules = rulesShape.parse(await get('/karma/rules'))
  expect(rules.hash).toBe(rulesetHash)
  expect(keccak256(stringToHex(rules.content))).toBe(rules.hash)
  expect(rules.rules.find(({ name }) => name === 'raffle.entry')).toMatchObject({
    cost: String(karma(5)),
    award: null,
  })
  expect(rules.rules.find(({ name }) => name === 'restock.report')?.words).toMatch(/^Report a restock/)
  expect(rules.knobs.every(({ flag, value, shipped }) => flag === null && value === shipped)).toBe(true)
})

test('what an award was decided by can be looked up after a vote changed it', async () => {
  const before = await restock()
  await web.db.indexer`
    insert into chain.flag (block_number, log_index, tx_hash, block_time, flag_key, value)
      values (9, 0, ${Buffer.alloc(32)}, now(), ${toBytea(flagKey('karma.restock.report.award'))}, ${String(karma(12))}),
        (9, 1, ${Buffer.alloc(32)}, now(), ${toBytea(flagKey('karma.restock.report.cap'))}, 1000000)`
  const after = await restock()
  const ofReport = async (id: string) => (await awardsOf(id)).find(({ rule }) => rule === 'restock.report')
  const [old, now] = [await ofReport(before), await ofReport(after)]
  expect([old?.amount, now?.amount]).toEqual([String(karma(10)), String(karma(12))])
  const rules = rulesShape.parse(await get('/karma/rules'))
  expect(rules.hash).toBe(now?.ruleset)
  expect(rules.history.map(({ hash }) => hash)).toContain(old?.ruleset)
  const knob = (name: string) => rules.knobs.find((each) => each.name === name)
  expect(knob('karma.restock.report.award')).toMatchObject({
    flag: { applied: true },
    value: String(karma(12)),
  })
  expect(knob('karma.restock.report.cap')).toMatchObject({ flag: { applied: false }, value: '10' })
  for (const hash of [old?.ruleset, now?.ruleset, rules.hash])
    expect(publishedRulesetShape.parse(await get(`/karma/rules/${hash}`)).hash).toBe(hash)
  const first = '0xc669cd54fcf6e95ecbd4df458d63eaad4d3754157550aa6f66ee267cbcdda958'
  const { content } = publishedRulesetShape.parse(await get(`/karma/rules/${first}`))
  expect(keccak256(stringToHex(content))).toBe(first)
  const unknown = await ask(api(`/karma/rules/0x${'1'.repeat(64)}`))
  expect(await problemOf(unknown)).toMatchObject({ status: 404, code: 'ruleset.not-found' })
})

test('where one stands: the level, what the next one takes, and what is used of caps and budgets', async () => {
  const { id, wallet } = { ...(await addMember(web.db.app, 'walletless')), ...(eve ?? { id: '' }) }
  const fresh = standingShape.parse(await get('/karma/standing', eve))
  expect(fresh).toMatchObject({
    level: 'new',
    earned: '0',
    next: { level: 'regular', missing: { earned: String(karma(50)), days: 7 } },
    rights: { challenges: { limit: 0, open: 0 }, unpaid: ['trade.completed', 'adapter.tested'] },
  })
  await giveThePast(web.db, { id, wallet, username: 'eve' }, { earned: karma(60), days: 10, now: new Date() })
  const known = standingShape.parse(await get('/karma/standing', eve))
  expect(known).toMatchObject({
    level: 'regular',
    earned: String(karma(60)),
    next: { level: 'trusted' },
    rights: { challenges: { limit: 1, open: 0 }, unpaid: [] },
  })
  await restock()
  const used = standingShape.parse(await get('/karma/standing', ann))
  expect(used.today.find(({ rule }) => rule === 'restock.report')?.used).toBeGreaterThan(0)
  const intel = used.budgets.find(({ category }) => category === 'intel')
  expect(BigInt(intel?.spent ?? 0)).toBeGreaterThan(karma(10))
})

test('a moderator takes an award back and says why; nobody else, and not twice', async () => {
  const id = await restock()
  const award = (await awardsOf(id)).find(({ rule }) => rule === 'restock.report')
  const path = `/karma/awards/${award?.id}/reverse`
  const reason = { reason: 'Nothing was there.' }
  expect((await problemOf(await post(path, ann, reason))).code).toBe('auth.role')
  expect((await post(path, mod, reason)).status).toBe(204)
  expect(await problemOf(await post(path, mod, reason))).toMatchObject({
    status: 409,
    code: 'award.reversed',
  })
  const { items: lost } = await get('/ledger/awards?of=ended', ann)
  expect(lost).toContainEqual(
    expect.objectContaining({
      id: award?.id,
      state: 'reversed',
      why: expect.arrayContaining(['Taken back: Nothing was there.']),
    }),
  )
  const missing = await post(`/karma/awards/${ann?.id}/reverse`, mod, reason)
  expect(await problemOf(missing)).toMatchObject({ status: 404, code: 'award.not-found' })
  expect((await problemOf(await post(path, mod, { reason: ' ' }))).code).toBe('input.invalid')
})

test('a challenge goes from a member to a moderator and back', async () => {
  const id = await restock()
  const path = `/community/restocks/${id}/challenge`
  const response = await post(path, eve, { reason: 'The shelf was empty.' })
  expect(response.status).toBe(201)
  const challenge = challengeShape.parse(await response.json())
  const { pending } = await get('/ledger', ann)
  expect(pending).toContainEqual(expect.objectContaining({ rule: 'restock.report', state: 'challenged' }))
  const { items } = await get('/karma/challenges', mod)
  expect(reviewChallengeShape.array().parse(items)).toMatchObject([
    {
      id: challenge.id,
      opened_by: 'eve',
      awards: expect.arrayContaining([expect.objectContaining({ username: 'ann', state: 'challenged' })]),
    },
  ])
  const decision = { outcome: 'upheld', note: 'I called the shop.' }
  const decided = await post(`/karma/challenges/${challenge.id}/resolve`, mod, decision)
  expect(challengeShape.parse(await decided.json())).toMatchObject({ outcome: 'upheld' })
  expect((await get('/karma/challenges', mod)).items).toEqual([])
  expect((await get('/karma/challenges?state=all', mod)).items).toHaveLength(1)
  expect((await awardsOf(id)).map(({ state }) => state)).toEqual(['reversed', 'reversed'])
})

test('awards are paged, newest first, and asked for by name', async () => {
  await restock()
  const first = await get('/karma/awards?limit=2', mod)
  const next = await get(`/karma/awards?limit=2&before=${first.items[1]?.id}`, mod)
  const ids = [...first.items, ...next.items].map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].sort().reverse())
  const { items } = await get('/karma/awards?username=BEN', mod)
  expect(
    new Set(
      reviewAwardShape
        .array()
        .parse(items)
        .map(({ username }) => username),
    ),
  ).toEqual(new Set(['ben']))
})
