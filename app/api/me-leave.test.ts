import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { uuidv7 } from '../../core/id.ts'
import { memberExportShape } from '../../core/member/export.ts'
import { freezeBatch } from '../../db/awards/freeze.ts'
import { deleteMember } from '../../db/members/delete.ts'
import { updateMember } from '../../db/members/update.ts'
import { linkWallet } from '../../db/members/wallets.ts'
import { createPurchase } from '../../db/purchases/create.ts'
import { knownOrders } from '../../db/purchases/work.ts'
import { getRestock } from '../../db/restocks/read.ts'
import { addFullMember, type FullMember, marks, settle } from '../../test/support/full-member.ts'
import { ask, problemOf, register, signedIn } from '../../test/support/http.ts'
import { randomAddress } from '../../test/support/members.ts'
import { siweProof } from '../../test/support/signed-for.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const password = 'seven green lamps at dawn'
const api = (path: string) => `${web.origin}/api${path}`
const leave = ({ token }: { token: string }, body: unknown = { password }) =>
  ask(api('/me'), { method: 'DELETE', body, token })
const exportOf = async ({ token }: { token: string }) => {
  const answer = await ask(api('/me/export'), { token })
  return { answer, everything: z.strictObject(memberExportShape.shape).parse(await answer.json()) }
}

/** Every table of schema app that says whose its rows are, and where the export has them; a new one must be put here. */
const exported: Readonly<Record<string, keyof z.infer<typeof memberExportShape>>> = {
  wallet: 'wallets',
  resting_wallet: 'resting_wallets',
  session: 'sessions',
  confirmation: 'sessions',
  notification_setting: 'notifications',
  award: 'awards',
  standing: 'leaderboard',
  challenge: 'challenges',
  restock: 'restocks',
  restock_confirmation: 'confirmations',
  photo: 'photos',
  post: 'posts',
  post_vote: 'votes',
  post_like: 'likes',
  post_saved: 'saved',
  member_follow: 'following',
  purchase_request: 'checkouts',
  checkout_fence: 'checkouts',
  payment_details: 'payment',
  member_cell: 'cells',
  viewer_cell: 'cells',
  device: 'devices',
  active_day: 'active_days',
  wallet_tie: 'wallet_ties',
  karma_appeal: 'appeals',
  mod_case: 'moderation',
  post_report: 'moderation',
  strike: 'moderation',
  silence: 'moderation',
  mod_note: 'moderation',
  mod_appeal: 'moderation',
  mod_log: 'moderation',
  word_filter: 'moderation',
  member_block: 'moderation',
  thread_mute: 'moderation',
  relay_request: 'relayed',
  raffle_form_entry: 'draw_entries',
  raffle_form_request: 'draw_requests',
  raffle_plan: 'raffles',
  raffle_news: 'raffles',
  raffle_prize: 'raffles',
  alert: 'alerts',
  follow: 'follows',
  channel: 'channels',
  delivery: 'deliveries',
  happening: 'happenings',
  rsvp: 'rsvps',
  group_member: 'groups',
  group_removal: 'groups',
  group_invite: 'groups',
  guide_version: 'groups',
  group_result: 'groups',
  group_call: 'groups',
  group_monitor: 'groups',
  closet_item: 'trading',
  trade: 'trading',
  trade_offer: 'trading',
  trade_side: 'trading',
  trade_juror: 'trading',
  trade_ring: 'trading',
  trade_ring_leg: 'trading',
  // The key alone: what it opens is in the member and the checkouts.
  member_key: 'member',
}

async function tablesOfMembers(): Promise<string[]> {
  const rows = await web.db.app<{ name: string }[]>`
    select distinct c.relname as name from pg_constraint f join pg_class c on c.oid = f.conrelid
    where f.contype = 'f' and f.confrelid = 'app.member'::regclass`
  return rows.map(({ name }) => name)
}

test('the export has every table that says whose its rows are', async () => {
  expect((await tablesOfMembers()).sort()).toEqual(Object.keys(exported).sort())
  const { everything } = await exportOf(await addFullMember(web, 'exporter'))
  for (const key of Object.values(exported))
    expect([key, Object.keys(everything[key] ?? {}).length > 0]).toEqual([key, true])
})

test('the export says all that is held of oneself, as a file, and no hash', async () => {
  const member = await addFullMember(web, 'quilla')
  const { answer, everything } = await exportOf(member)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.json"$/)
  const { purchases, restockId } = member
  expect(everything).toMatchObject({
    member: { username: 'quilla', email: member.email, shipping_address: { street: marks.street } },
    wallets: [{ address: member.wallet.address.toLowerCase(), paid_to: true }],
    notifications: { votes: true },
    restocks: [{ id: restockId, note: marks.note }],
    awards: [
      { rule: 'restock.report', source_id: restockId },
      { rule: 'restock.first-confirmation' },
      { rule: 'restock.first-confirmation' },
    ],
    photos: [{ restock_id: restockId, width: 1 }, { post_id: expect.any(String) }],
    posts: expect.arrayContaining([
      expect.objectContaining({ text: marks.posted, kind: 'line', anonymous: false }),
      expect.objectContaining({ text: marks.posted, root_id: expect.any(String), anonymous: true }),
    ]),
  })
  expect(everything.sessions.map(({ user_agent }) => user_agent)).toContain(marks.agent)
  expect(everything.sessions.filter(({ confirmed_at }) => confirmed_at !== null)).toHaveLength(1)
  const checkouts = new Map(everything.checkouts.map((checkout) => [checkout.id, checkout]))
  expect(checkouts.get(purchases.ordered)).toMatchObject({
    state: 'ordered',
    outcome: { evidence: marks.evidence },
    shipping: { name: marks.name },
    email: member.email,
    fenced_at: expect.any(String),
  })
  expect(checkouts.get(purchases.queued)?.fenced_at).toBeNull()
  expect(JSON.stringify(everything)).not.toMatch(/argon2/)
})

test("the export holds nothing of anybody else's", async () => {
  const [ann, ben] = [await addFullMember(web, 'only_ann'), await addFullMember(web, 'only_ben')]
  const text = JSON.stringify((await exportOf(ann)).everything)
  for (const part of [ben.id, ben.email, ben.wallet.address.toLowerCase(), ...Object.values(ben.purchases)])
    expect(text).not.toContain(part)
})

test('leaving asks for the password or a wallet of oneself, however fresh the session is', async () => {
  const member = await addFullMember(web, 'careful')
  const stranger = privateKeyToAccount(generatePrivateKey())
  const proof = (purpose?: 'link' | 'confirm' | 'delete', account = member.wallet) =>
    siweProof(web.origin, account, purpose)
  const refused: [unknown, string][] = [
    [{}, 'auth.credentials'],
    [{ password: 'not this one at all' }, 'auth.credentials'],
    [{ proof: await proof() }, 'auth.message'],
    [{ proof: await proof('confirm') }, 'auth.message'],
    [{ proof: await proof('delete', stranger) }, 'auth.credentials'],
    [await proof('delete'), 'input.invalid'],
  ]
  for (const [body, code] of refused) expect((await problemOf(await leave(member, body))).code).toBe(code)
  expect((await ask(api('/me'), { token: member.token })).status).toBe(200)
  expect((await leave(member, { proof: await proof('delete') })).status).toBe(204)
})

/** Every row of every table of the product as text. */
async function dump(): Promise<{ table: string; text: string }[]> {
  const tables = await web.db.app<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'app'`
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await web.db.app<
        { text: string }[]
      >`select t::text as text from ${web.db.app(`app.${name}`)} t`
      return { table: name, text: rows.map(({ text }) => text).join('\n') }
    }),
  )
  return texts
}

const hexOf = (text: string) => Buffer.from(text).toString('hex')
const personal = ({ username, email, wallet }: FullMember) => [
  username,
  email,
  wallet.address.slice(2).toLowerCase(),
  ...Object.values(marks),
  hexOf(marks.name),
]

test('one who left is in no row of any table, but for the wallets that rest', async () => {
  const solo = await startTestWeb()
  const usual = web
  web = solo
  try {
    const member = await addFullMember(web, 'oblivia')
    await settle(web, member.purchases.submitting)
    const found = async (part: string) =>
      (await dump()).filter(({ text }) => text.includes(part)).map(({ table }) => table)
    // Name and street were nowhere in plain before either: the vault has them.
    const vaulted: string[] = [marks.name, marks.street]
    for (const part of personal(member).filter((text) => !vaulted.includes(text)))
      expect([part, (await found(part)).length]).not.toEqual([part, 0])
    expect((await leave(member)).status).toBe(204)
    const wallet = member.wallet.address.slice(2).toLowerCase()
    for (const part of personal(member))
      expect([part, await found(part)]).toEqual([part, part === wallet ? ['resting_wallet'] : []])
    const [resting] = await web.db.app`select member_id from app.resting_wallet where member_id is not null`
    expect(resting).toBeUndefined()
    // The nameless row is the other end of what the community and the shops saw, and of nothing else.
    // Of trades the other side keeps that there was one, and a drawn jury its list: anyone can draw it again (ADR 042).
    // Counters of requests run out by themselves.
    const kept = (await dump()).filter(({ text }) => text.includes(member.id)).map(({ table }) => table)
    expect(kept.sort()).toEqual([
      'challenge',
      'checkout_fence',
      'member',
      'member_key',
      'purchase_request',
      'rate_limit',
      'restock',
      'restock_confirmation',
      'trade',
      'trade_jury',
      'trade_offer',
      'trade_ring',
      'trade_ring_leg',
      'trade_side',
    ])
  } finally {
    web = usual
    await solo.close()
  }
})

test('every session ends, the way in is gone, and name and mail are free', async () => {
  const member = await addFullMember(web, 'walker')
  const body = { login: 'walker', password }
  const other = await signedIn(await ask(api('/users/login'), { body }))
  expect((await leave(member)).status).toBe(204)
  for (const { token } of [member, other])
    expect((await problemOf(await ask(api('/me'), { token }))).code).toBe('auth.required')
  expect((await problemOf(await ask(api('/users/login'), { body }))).code).toBe('auth.credentials')
  expect((await register(web.origin, 'walker')).id).not.toBe(member.id)
})

test('a wallet of one who left cannot start over before it has rested', async () => {
  const member = await addFullMember(web, 'phoenix')
  await leave(member)
  const verify = async () => ask(api('/auth/verify'), { body: await siweProof(web.origin, member.wallet) })
  expect((await problemOf(await verify())).code).toBe('member.wallet-resting')
  await web.db.app`update app.resting_wallet set until = now() - interval '1 second'`
  expect((await verify()).status).toBe(200)
})

const stateOf = async (id: string) => {
  const [row] = await web.db.app<{ state: string; email: string | null; outcome: unknown }[]>`
    select state, email, outcome from app.purchase_request where id = ${id}`
  return row
}

test('an open checkout is called off; one past its fence goes on, and is emptied when it ends', async () => {
  const member = await addFullMember(web, 'buyer')
  const { queued, submitting, ordered } = member.purchases
  await leave(member)
  expect(await stateOf(queued)).toMatchObject({ state: 'not-ordered', email: null })
  expect(await stateOf(submitting)).toMatchObject({ state: 'submitting', email: member.email })
  await settle(web, submitting)
  for (const id of [submitting, ordered])
    expect(await stateOf(id)).toEqual({
      state: 'ordered',
      email: null,
      outcome: { kind: 'ordered', number: 'Q-1' },
    })
  const events = await web.db.app`select 1 from app.purchase_event where request_id = ${submitting}`
  expect(events).toHaveLength(0)
  const fences = await web.db.app`select state from app.checkout_fence where member_id = ${member.id}`
  expect(fences.map(({ state }) => state)).toEqual(['ordered', 'ordered'])
})

test('the number of a forgotten order is still no proof of a new one', async () => {
  const [gone, next] = [await addFullMember(web, 'first_life'), await addFullMember(web, 'second_life')]
  await web.db.app`update app.purchase_request set outcome = jsonb_set(outcome, '{number}', '"Q-9"')
    where id = ${gone.purchases.ordered}`
  expect(await knownOrders(web.db.app, next.purchases.submitting)).not.toContain('Q-9')
  await leave(gone)
  expect(await knownOrders(web.db.app, next.purchases.submitting)).toContain('Q-9')
})

test('no delete takes a fence with it', async () => {
  const { id, purchases } = await addFullMember(web, 'fenced')
  await expect(web.db.app`delete from app.member where id = ${id}`).rejects.toThrow(/foreign key/)
  await expect(web.db.app`delete from app.purchase_request where id = ${purchases.ordered}`).rejects.toThrow(
    /foreign key/,
  )
})

test('what was reported stays without its note and its name, and awards not yet in a batch are forfeited', async () => {
  const member = await addFullMember(web, 'reporter')
  await leave(member)
  expect(await getRestock(web.db.app, { id: member.restockId, memberId: null })).toMatchObject({
    reported_by: { username: 'deleted member' },
    note: null,
    confirmations: 1,
  })
  const awards = await web.db.app`select 1 from app.award where member_id = ${member.id}`
  expect(awards).toHaveLength(0)
})

test('an award that a batch holds is minted all the same', async () => {
  const member = await addFullMember(web, 'minted')
  await web.db.app`update app.award set matures_at = now() where member_id = ${member.id}`
  await freezeBatch(web.db.app, { now: new Date(Date.now() + 1000), limit: 500 })
  await leave(member)
  const [batch] = await web.db.app<
    { packed: string[] }[]
  >`select packed from app.award_batch order by first_id desc`
  expect(batch?.packed.join('')).toContain(member.wallet.address.slice(2).toLowerCase())
})

test('of two who delete one account at once, one did, and neither is an error of ours', async () => {
  const member = await addFullMember(web, 'twice_gone')
  const answers = await Promise.all([leave(member), leave(member)])
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 401])
})

test('nothing can be added to one who left, whatever was on its way', async () => {
  const { id } = await addFullMember(web, 'shadow')
  await deleteMember(web.db.app, web.vaultKeys.ring, id)
  const late = [
    () => linkWallet(web.db.app, id, randomAddress()),
    () => updateMember(web.db.app, web.vaultKeys.ring, { id, username: 'revenant' }),
    () =>
      createPurchase(web.db.app, web.vaultKeys.ring, {
        memberId: id,
        input: { drop_id: uuidv7(), size: '10', max_total_minor: 1, currency: 'USD', mode: 'review' },
        shipping: { name: 'R', street: 's', city: 'c', state: 'OR', zip_code: '1', country: 'US' },
        email: 'r@example.test',
      }),
  ]
  for (const attempt of late) await expect(attempt()).rejects.toMatchObject({ code: 'auth.required' })
})
