import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CheckoutQueue } from '../../adapters/queue/checkout.ts'
import { purchaseRequestShape } from '../../core/checkout/shape.ts'
import { HEAD_START_MINUTES } from '../../core/checkout/turn.ts'
import { Retryable } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import { karma } from '../../core/karma/amount.ts'
import { toBytea } from '../../db/bytes.ts'
import { linkWallet } from '../../db/members/wallets.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { addCatalog, randomAddress } from '../../test/support/members.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'
import { healthShape } from '../health/shape.ts'

let web: TestWeb
let ann: Awaited<ReturnType<typeof register>>
let ben: Awaited<ReturnType<typeof register>>
let dropId: string
let queueIsUp = true

/** The real queue, with a switch that cuts it off. */
function cuttable(queue: CheckoutQueue): CheckoutQueue {
  const addCheckout: CheckoutQueue['addCheckout'] = async (...args) => {
    if (!queueIsUp) throw new Retryable({ code: 'queue.unreachable', message: 'The queue is away.' })
    await queue.addCheckout(...args)
  }
  return { ...queue, addCheckout }
}

const jobs = async () => {
  const { components } = healthShape.parse(await (await ask(api('/health'))).json())
  return components.queue.detail
}

beforeAll(async () => {
  web = await startTestWeb(({ queue }) => ({ queue: cuttable(queue) }))
  ann = await register(web.origin, 'ann')
  ben = await register(web.origin, 'ben')
  const { sneakerId, storeId } = await addCatalog(web.db.app)
  dropId = uuidv7()
  await web.db.app`insert into app.drop
    (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at, min_karma)
    values (${dropId}, 'court', 'Court 84', ${sneakerId}, ${storeId}, 'http://127.0.0.1:3001/p/court', 11000, 'USD',
      '{9,10}', now() - interval '1 hour', ${String(karma(10))})`
})
afterAll(() => web.close())

const api = (path: string) => `${web.origin}/api${path}`
const shipping = { name: 'A', street: '1 Main', city: 'Troy', state: 'NY', zip_code: '12180', country: 'US' }
const request = (token: string, change: object = {}) =>
  ask(api('/purchase-requests'), {
    body: { drop_id: dropId, size: '10', max_total_minor: 20_000, currency: 'USD', shipping, ...change },
    token,
  })

async function holdPass(memberId: string, tier: number): Promise<void> {
  const [wallet] = await web.db.app`select address from app.wallet where member_id = ${memberId}`
  await web.db.indexer`
    insert into chain.pass_purchase
      (member_address, tier, expires_at, paid, block_number, log_index, tx_hash, block_time)
    values (${wallet?.address}, ${tier}, now() + interval '1 hour', 1, 1, 0, '\\x00', now())`
}

async function hold(memberId: string, wei: bigint): Promise<void> {
  const wallet = randomAddress()
  await linkWallet(web.db.app, memberId, wallet)
  await web.db
    .indexer`insert into chain.account (address, balance) values (${toBytea(wallet)}, ${String(wei)})`
}

test('below the threshold the gate says why, and nothing is written or queued', async () => {
  const problem = await problemOf(await request(ann.token))
  expect(problem).toMatchObject({
    status: 403,
    code: 'gate.closed',
    detail: expect.stringMatching(/asks for 10/),
  })
  expect(await web.db.app`select 1 from app.purchase_request`).toHaveLength(0)
  expect(await jobs()).toMatch(/0 prioritized/)
})

test('without any email for the shop it is refused; the one sent along is the one used', async () => {
  const walletOnly = await register(web.origin, 'wally')
  await web.db.app`update app.member set email = null where id = ${walletOnly.id}`
  await hold(walletOnly.id, karma(10))
  expect(await problemOf(await request(walletOnly.token))).toMatchObject({
    status: 422,
    code: 'checkout.email-missing',
  })
  const response = await request(walletOnly.token, { email: 'wally@example.org' })
  expect(response.status).toBe(201)
  const [row] = await web.db.app`select email from app.purchase_request where member_id = ${walletOnly.id}`
  expect(row?.email).toBe('wally@example.org')
  await web.db.app`delete from app.purchase_request where member_id = ${walletOnly.id}`
})

test("with enough karma the request is queued, and is its member's alone", async () => {
  await hold(ann.id, karma(10))
  const response = await request(ann.token)
  expect(response.status).toBe(201)
  const made = purchaseRequestShape.parse(await response.json())
  expect(made).toMatchObject({ state: 'queued', drop: { slug: 'court' }, review: null })
  expect(await jobs()).toMatch(/2 prioritized/)
  const path = `/purchase-requests/${made.id}`
  expect((await ask(api(path), { token: ann.token })).status).toBe(200)
  for (const [method, target] of [
    ['GET', path],
    ['POST', `${path}/cancel`],
  ] as const)
    expect((await problemOf(await ask(api(target), { method, token: ben.token }))).code).toBe(
      'checkout.not-found',
    )
  const confirm = await ask(api(`${path}/confirm`), { body: { total_minor: 1 }, token: ben.token })
  expect((await problemOf(confirm)).code).toBe('checkout.not-found')
  const list = await (await ask(api('/purchase-requests'), { token: ben.token })).json()
  expect(list).toEqual({ items: [] })
})

test('a request carries the tier of the pass that its member has, and goes before what was asked a little earlier', async () => {
  const cat = await register(web.origin, 'cat')
  await hold(cat.id, karma(10))
  await holdPass(cat.id, 3)
  const { id } = purchaseRequestShape.parse(await (await request(cat.token)).json())
  const rows = await web.db.app<{ id: string; pass_tier: number; turn: number }[]>`
    select r.id, r.pass_tier, j.priority as turn
    from app.purchase_request r join queue.job j on j.id = r.id::text order by j.priority, j.seq`
  expect(rows[0]).toMatchObject({ id, pass_tier: 3 })
  const others = rows.slice(1)
  expect(others.length).toBeGreaterThan(0)
  for (const { pass_tier, turn } of others) {
    expect(pass_tier).toBe(0)
    expect(turn - (rows[0]?.turn ?? 0)).toBeLessThanOrEqual(3 * HEAD_START_MINUTES)
    expect(turn - (rows[0]?.turn ?? 0)).toBeGreaterThan(2 * HEAD_START_MINUTES)
  }
})

test("a screenshot is shown to the request's member alone", async () => {
  const [row] = await web.db.app<{ id: bigint; request_id: string }[]>`
    update app.purchase_event set screenshot = '\\xffd8ff' returning id, request_id`
  const path = api(`/purchase-requests/${row?.request_id}/screenshots/${row?.id}`)
  const mine = await ask(path, { token: ann.token })
  expect(mine.headers.get('content-type')).toBe('image/jpeg')
  expect(new Uint8Array(await mine.arrayBuffer())).toEqual(new Uint8Array([0xff, 0xd8, 0xff]))
  expect((await problemOf(await ask(path, { token: ben.token }))).status).toBe(404)
  const elsewhere = api(`/purchase-requests/${uuidv7()}/screenshots/${row?.id}`)
  expect((await problemOf(await ask(elsewhere, { token: ann.token }))).status).toBe(404)
})

test('a request outlives a queue that is away', async () => {
  queueIsUp = false
  const response = await request(ann.token, { mode: 'dry-run' })
  expect(response.status).toBe(201)
  const { id } = purchaseRequestShape.parse(await response.json())
  const [row] = await web.db.app`select state from app.purchase_request where id = ${id}`
  expect(row).toEqual({ state: 'queued' })
})

test('without any address there is nowhere to send it', async () => {
  const problem = await problemOf(await request(ann.token, { shipping: undefined }))
  expect(problem).toMatchObject({ status: 422, code: 'checkout.address-missing' })
})
