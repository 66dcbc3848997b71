import { latLngToCell } from 'h3-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addKek } from '../../adapters/keys/files.ts'
import type { AlertFilter } from '../../core/alert/filter.ts'
import { matches } from '../../core/alert/match.ts'
import { uuidv7 } from '../../core/id.ts'
import { defaultNotifications } from '../../core/member/notifications.ts'
import { alertGround, sayAlert } from '../../test/support/alerts.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { makeKeys, type TestKeys } from '../../test/support/keys.ts'
import { addMember } from '../../test/support/members.ts'
import { readAlerts } from '../alerts/read.ts'
import { writeAlert } from '../alerts/write.ts'
import { announceAwards } from '../awards/announce.ts'
import { readAddress } from '../channels/address.ts'
import { writeChannel } from '../channels/write.ts'
import { announceDrops } from '../drops/announce.ts'
import { addFollow } from '../follows/add.ts'
import { saveNotifications } from '../members/notifications.ts'
import { inTransaction } from '../transaction.ts'
import { rotateVault } from '../vault/rotate.ts'
import { fanOut } from './fan-out.ts'
import { recipientsOf } from './recipients.ts'
import { sweepDeliveries } from './sweep.ts'

let db: TestDatabase
let keys: TestKeys
beforeAll(async () => {
  db = await createDatabase()
  keys = await makeKeys()
})
afterAll(async () => {
  await db.close()
  keys.remove()
})

const discord = (name: string) => ({ kind: 'discord' as const, url: `https://hooks.example/${name}` })

async function join(username: string, filters: AlertFilter[] = []): Promise<string> {
  const { id: memberId } = await addMember(db.app, username)
  for (const filter of filters) await addFollow(db.app, { memberId, filter })
  await writeChannel(db.app, keys.ring, { memberId, label: username, address: discord(username) })
  return memberId
}

const lastAlerts = async (after: number) => readAlerts(db.app, { after, limit: 1_000 })
const end = async () => (await lastAlerts(0)).at(-1)?.seq ?? 0
const handOut = () => fanOut(db.app, { now: new Date(), limit: 1_000 })
const toldOf = (memberId: string) => db.app<{ kind: string; urgent: boolean; gather: boolean }[]>`
  select n.content ->> 'kind' as kind, d.urgent, d.gather from app.delivery d join app.notice n using (alert_id)
  where d.member_id = ${memberId} order by d.id`

test('Postgres finds the same followers as the filters that sockets use', async () => {
  const grounds = [await alertGround(db.app), await alertGround(db.app)]
  const near = latLngToCell(37.8, -122.27, 8)
  const parts = {
    sneaker_id: [undefined, ...grounds.map(({ sneakerId }) => sneakerId)],
    size: [undefined, '9', '10'],
    store_id: [undefined, ...grounds.map(({ storeId }) => storeId)],
    cells: [undefined, [near], [latLngToCell(37.8, -122.27, 5), near], [latLngToCell(52.5, 13.4, 8)]],
  }
  const filters: AlertFilter[] = []
  for (const sneaker_id of parts.sneaker_id)
    for (const size of parts.size)
      for (const store_id of parts.store_id)
        for (const cells of parts.cells) {
          const filter = Object.fromEntries(
            Object.entries({ sneaker_id, size, store_id, cells }).filter(([, part]) => part !== undefined),
          )
          if (Object.keys(filter).length > 0) filters.push(filter)
        }
  const owners = new Map<string, AlertFilter>()
  for (const [nth, filter] of filters.entries()) owners.set(await join(`f_${nth}`, [filter]), filter)
  const start = await end()
  for (const ground of grounds) for (const size of ['9', '11']) await sayAlert(db.app, ground, { size })
  const dropId = await addDrop(grounds[0] ?? { sneakerId: '', storeId: '' }, '10 minutes ago')
  expect(await announceDrops(db.app, new Date())).toBe(1)
  const alerts = await lastAlerts(start)
  expect(alerts.map(({ kind }) => kind)).toEqual(['restock', 'restock', 'restock', 'restock', 'drop'])
  expect(alerts.at(-1)).toMatchObject({ drop_id: dropId })
  for (const alert of alerts) {
    const found = await inTransaction(db.app, (tx) => recipientsOf(tx, alert, new Date()))
    const expected = [...owners].filter(([, filter]) => matches(filter, alert)).map(([id]) => id)
    expect(found.map(({ memberId }) => memberId).sort()).toEqual(expected.sort())
    expect(expected.length).toBeGreaterThan(0)
  }
})

async function addDrop({ sneakerId, storeId }: { sneakerId: string; storeId: string }, opens: string) {
  const id = uuidv7()
  const at = opens === '10 minutes ago' ? -600_000 : -7_200_000
  await db.app`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${id}, ${id}, 'Drop', ${sneakerId}, ${storeId}, 'https://shop.example/p', 15000, 'USD', ${['10']},
      ${new Date(Date.now() + at)})`
  return id
}

test('a drop that opened is told of once, and one that opened long ago not at all', async () => {
  const ground = await alertGround(db.app)
  await announceDrops(db.app, new Date())
  await addDrop(ground, '10 minutes ago')
  await addDrop(ground, 'hours ago')
  const both = await Promise.all([announceDrops(db.app, new Date()), announceDrops(db.app, new Date())])
  expect([both.sort(), await announceDrops(db.app, new Date())]).toEqual([[0, 1], 0])
})

test("a member's own alerts reach that member alone; what waits for them is urgent whatever they chose, but for the switch", async () => {
  const quiet = { from: '00:00', to: '00:00', time_zone: 'UTC' }
  const [ann, ben] = [await join('own_ann'), await join('own_ben')]
  await saveNotifications(db.app, ann, { ...defaultNotifications, quiet, pace: 'daily' })
  await saveNotifications(db.app, ben, { ...defaultNotifications, checkouts: false })
  const tell = (memberId: string, state: string) =>
    inTransaction(db.app, (tx) => writeAlert(tx, { kind: 'purchase', memberId, requestId: uuidv7(), state }))
  await db.app`alter table app.alert drop constraint alert_request_id_fkey`
  for (const [member, state] of [
    [ann, 'review'],
    [ann, 'ordered'],
    [ben, 'review'],
  ] as const)
    await tell(member, state)
  await handOut()
  const told = { kind: 'purchase' }
  expect(await toldOf(ann)).toEqual([
    { ...told, urgent: true, gather: false },
    { ...told, urgent: false, gather: true },
  ])
  expect(await toldOf(ben)).toEqual([])
})

test('an award is told of when the mirror shows it, once, also when the mirror is built anew', async () => {
  const memberId = await join('earner')
  const award = uuidv7()
  await db.app`
    insert into app.award (id, member_id, rule, source_id, amount, award_id, ruleset)
    select ${award}, ${memberId}, 'restock.report', ${uuidv7()}, 5, 1, ruleset from (
      select decode(repeat('00', 32), 'hex') as ruleset) r`
  expect(await announceAwards(db.app, new Date())).toBe(0)
  const mirror = async () => {
    await db.indexer`truncate chain.award cascade`
    await mirrorAward()
  }
  await mirrorAward()
  expect(await announceAwards(db.app, new Date())).toBe(1)
  await mirror()
  expect(await announceAwards(db.app, new Date())).toBe(0)
  await handOut()
  expect(await toldOf(memberId)).toEqual([{ kind: 'award', urgent: false, gather: true }])
})

async function mirrorAward(): Promise<void> {
  const columns = await db.indexer<{ name: string; type: string }[]>`
    select column_name as name, data_type as type from information_schema.columns
    where table_schema = 'chain' and table_name = 'award' and is_nullable = 'NO'`
  const row = Object.fromEntries(
    columns.map(({ name, type }) => [
      name,
      type === 'bytea' ? Buffer.alloc(name.includes('hash') ? 32 : 20, 1) : 1,
    ]),
  )
  await db.indexer`insert into chain.award ${db.indexer({ ...row, award_id: 1 })}`
}

test('handing out twice at once makes one delivery each, and a new follower hears nothing of before', async () => {
  const ground = await alertGround(db.app)
  await handOut()
  const ann = await join('twice_ann', [{ sneaker_id: ground.sneakerId }])
  for (let nth = 0; nth < 5; nth++) await sayAlert(db.app, ground)
  await Promise.all([handOut(), handOut(), handOut()])
  await handOut()
  const ben = await join('twice_ben', [{ sneaker_id: ground.sneakerId }])
  await handOut()
  expect([(await toldOf(ann)).length, (await toldOf(ben)).length]).toEqual([5, 0])
})

test('an address is still read after the keys were rotated', async () => {
  const memberId = await join('rotated')
  const [channel] = await db.app<{ id: string }[]>`select id from app.channel where member_id = ${memberId}`
  const before = await readAddress(db.app, keys.ring, { id: channel?.id ?? '' })
  await addKek(keys.files.vault, { use: true })
  const failed = (_: string, error: unknown) => {
    throw error
  }
  await rotateVault(db.app, keys.ring, { report: () => undefined, failed })
  expect(await readAddress(db.app, keys.ring, { id: channel?.id ?? '' })).toEqual(before)
  expect(before).toEqual(discord('rotated'))
})

test('what ended long ago is swept, dead letters later, what waits never', async () => {
  const ground = await alertGround(db.app)
  const ann = await join('swept', [{ sneaker_id: ground.sneakerId }])
  for (let nth = 0; nth < 4; nth++) await sayAlert(db.app, ground)
  await handOut()
  const rows = await db.app<
    { id: string }[]
  >`select id from app.delivery where member_id = ${ann} order by id`
  const end = (nth: number, state: string, days: number) => db.app`
    update app.delivery set state = ${state}, ended_at = now() - ${`${days} days`}::interval where id = ${rows[nth]?.id ?? ''}`
  await end(0, 'sent', 8)
  await end(1, 'sent', 6)
  await end(2, 'dead', 8)
  await db.app`update app.notice set at = now() - interval '9 days'`
  expect(await sweepDeliveries(db.app, new Date())).toBe(1)
  const left = await db.app<{ state: string }[]>`
    select d.state from app.delivery d join app.notice n using (alert_id) where member_id = ${ann} order by d.id`
  expect(left.map(({ state }) => state)).toEqual(['sent', 'dead', 'waiting'])
})
