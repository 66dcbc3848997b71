import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { deadLettersShape, operatorShape } from '../../core/operator/shape.ts'
import { writeChannel } from '../../db/channels/write.ts'
import { setRole } from '../../db/members/role.ts'
import { addTarget } from '../../db/monitor/target.ts'
import { writeDeadLetter } from '../../db/pool/write.ts'
import { createPurchase } from '../../db/purchases/create.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { addCatalog, addMember } from '../../test/support/members.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
let token: string
beforeAll(async () => {
  web = await startTestWeb()
  token = (await register(web.origin, 'operator')).token
  await setRole(web.db.app, 'operator', 'admin')
})
afterAll(() => web.close())

const path = (rest = '') => `${web.origin}/api/operator${rest}`
const overview = async () => operatorShape.parse(await (await ask(path(), { token })).json())
const dead = async () => deadLettersShape.parse(await (await ask(path('/dead-letters'), { token })).json())
const replay = (rest: string) => ask(path(`/dead-letters/${rest}/replay`), { token, method: 'POST' })

const shipping = { name: 'O', street: '1 Side', city: 'Troy', state: 'NY', zip_code: '12180', country: 'US' }

/** A checkout of a new member at shop.example that was given up on in this state. */
async function giveUp(state: string): Promise<string> {
  const { sql, vault } = web.api
  const { id: memberId } = await addMember(sql, `u_${uuidv7().slice(-12)}`)
  const { sneakerId, storeId } = await addCatalog(sql)
  const dropId = uuidv7()
  await sql`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${dropId}, ${`drop-${dropId}`}, 'Drop', ${sneakerId}, ${storeId}, 'https://www.shop.example/p', 15000, 'USD',
      ${['10']}, now() - interval '1 hour')`
  const input = {
    drop_id: dropId,
    size: '10',
    max_total_minor: 20_000,
    currency: 'USD',
    mode: 'review' as const,
  }
  const id = await createPurchase(sql, vault, { memberId, input, shipping, email: 'o@example.test' })
  await sql`update app.purchase_request set state = 'not-ordered' where id = ${id}`
  await writeDeadLetter(sql, { id, state }, { code: 'db.unreachable', message: 'It died.' })
  return id
}

/** A message of this many seconds ago that ended like this, so many seconds after its news. */
async function addDelivery(state: 'sent' | 'dead', { ago = 0, took = 1 } = {}): Promise<string> {
  const { sql, vault } = web.api
  const { id: memberId } = await addMember(sql, `u_${uuidv7().slice(-12)}`)
  const address = { kind: 'discord' as const, url: `http://127.0.0.1:9/${memberId}` }
  const { id: channelId } = await writeChannel(sql, vault, { memberId, label: 'Theirs', address })
  const [id, alertId, ended] = [uuidv7(), uuidv7(), new Date(Date.now() - ago * 1000)]
  await sql`
    insert into app.notice (alert_id, at, content)
    values (${alertId}, ${new Date(ended.getTime() - took * 1000)}, ${sql.json({ kind: 'restock' })})`
  await sql`
    insert into app.delivery (id, alert_id, member_id, channel_id, due_at, gather, urgent, state, tries, problem, ended_at)
    values (${id}, ${alertId}, ${memberId}, ${channelId}, ${ended}, false, false, ${state}, 5,
      ${state === 'dead' ? 'It said no.' : null}, ${ended})`
  return id
}

test('the ledger is said to be the chain’s as of the last audit, and drift is said as it was found', async () => {
  expect((await overview()).audit).toBeNull()
  await web.db.indexer`insert into chain.audit (at, block_number, drift) values (now(), 12, null)`
  expect((await overview()).audit).toMatchObject({ block_number: 12, drift: null })
  await web.db.indexer`update chain.audit set drift = '0xabc holds too much.'`
  expect((await overview()).audit).toMatchObject({ drift: '0xabc holds too much.' })
})

test('a shop is told of with what monitors and checkouts met there', async () => {
  const sql = web.db.app
  await giveUp('walking')
  const url = new URL('https://shop.example/products/p0')
  await addTarget(sql, { url, ...(await addCatalog(sql)), now: new Date() })
  await sql`update app.monitor_target set failures = 3, last_error = 'It answered 500.'`
  expect((await overview()).shops).toEqual([
    {
      ...{ origin: 'https://shop.example', name: expect.any(String), readers: [], targets: 1, failing: 1 },
      ...{ problem: 'It answered 500.', last_ok_at: null, resting_until: null, checkouts: 1, dead: 1 },
    },
  ])
})

test('how long alerts take is told by the hour, and those of the day before not at all', async () => {
  for (const took of [1, 2, 9]) await addDelivery('sent', { took })
  await addDelivery('sent', { ago: 90_000, took: 50 })
  await addDelivery('dead', { took: 70 })
  const { latency } = await overview()
  const all = latency.reduce((sum, { messages }) => sum + messages, 0)
  expect(all).toBe(3)
  expect(Math.max(...latency.map(({ p95 }) => p95))).toBeLessThanOrEqual(9)
})

test('a dead checkout is listed and asked anew once, and one that may have been ordered never', async () => {
  const [walking, submitting] = [await giveUp('walking'), await giveUp('submitting')]
  expect((await dead()).checkouts.map(({ request_id }) => request_id)).toEqual(
    expect.arrayContaining([walking, submitting]),
  )
  const { request_id } = await (await replay(`checkouts/${walking}`)).json()
  const listed = (await dead()).checkouts.find((one) => one.request_id === walking)
  expect(listed?.replayed_as).toBe(request_id)
  for (const id of [walking, submitting])
    expect(await problemOf(await replay(`checkouts/${id}`))).toMatchObject({
      status: 409,
      code: 'pool.replay',
    })
})

test('a dead delivery is tried again, or all of them are', async () => {
  const [one, ...others] = [await addDelivery('dead'), await addDelivery('dead'), await addDelivery('dead')]
  expect((await replay(`deliveries/${one}`)).status).toBe(204)
  expect(await problemOf(await replay(`deliveries/${one}`))).toMatchObject({ code: 'delivery.replay' })
  const listed = (await dead()).deliveries.map(({ id }) => id)
  expect(listed).toEqual(expect.arrayContaining(others))
  expect(listed).not.toContain(one)
  expect(await (await replay('deliveries')).json()).toEqual({ replayed: listed.length })
  expect((await dead()).deliveries).toEqual([])
})
