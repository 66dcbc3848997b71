import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GroupMonitor, MOST_MONITORS } from '../../core/group/monitor.ts'
import type { Group } from '../../core/group/shape.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addFounder, found, joinAll } from '../../test/support/groups.ts'
import { addCatalog, addMember, type TestMember, warmPool } from '../../test/support/members.ts'
import { closeGroup } from '../groups/close.ts'
import { changeRole } from '../groups/role.ts'
import { addTarget } from '../monitor/target.ts'
import { inTransaction } from '../transaction.ts'
import { listGroupMonitors } from './list.ts'
import { shareMonitor } from './share.ts'
import { stopSharing, stopSharingAll } from './stop.ts'

const now = new Date('2026-11-20T12:00:00Z')

let database: TestDatabase
let owner: TestMember
let group: Group
let shop: { sneakerId: string; storeId: string }
let round = 0
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  round++
  owner = await addFounder(database, `owner_${round}`, now)
  group = await found(database, { by: owner, name: `Watchers ${round}`, now })
  shop = await addCatalog(database.app)
  await database.app`update app.store set url = ${`https://shop${round}.example/`} where id = ${shop.storeId}`
})

const page = (path = 'pair') => new URL(`https://www.shop${round}.example/${path}`)
const by = ({ id: memberId }: TestMember, { slug }: Group = group) => ({ slug, memberId, now })
const share = (who: TestMember, url = page(), of: Group = group) =>
  shareMonitor(database.app, { ...by(who, of), ...shop, url })
const targets = () => database.app<{ for_groups: boolean }[]>`
  select for_groups from app.monitor_target where store_id = ${shop.storeId}`
const another = async () => {
  const other = await addFounder(database, `other_${round}`, now)
  return { other, others: await found(database, { by: other, name: `Others ${round}`, now }) }
}

test('a page of the shop’s own is watched from now on, and once however often it is shared', async () => {
  const monitor = await share(owner)
  expect(monitor).toMatchObject({ url: page().href, added_by: owner.username, stock: [], last_ok_at: null })
  expect((await share(owner)).id).toBe(monitor.id)
  expect(await targets()).toEqual([{ for_groups: true }])
  const reader = { slug: group.slug, memberId: null, now }
  expect(await listGroupMonitors(database.app, reader)).toMatchObject([{ id: monitor.id }])
})

test('what is told as a shop’s stock is read at the shop’s own address alone', async () => {
  for (const url of ['https://shop.evil.example/pair', `https://shop${round}.example.evil.example/pair`])
    await expect(share(owner, new URL(url))).rejects.toMatchObject({ code: 'monitor.store' })
  expect(await targets()).toEqual([])
})

test('a new page takes trust; one that operators watch takes a moderator', async () => {
  const ann = await addMember(database.app, `ann_${round}`)
  await joinAll(database, group, { members: [ann], now })
  await expect(share(ann)).rejects.toMatchObject({ code: 'group.role' })
  await changeRole(database.app, { ...by(owner), username: ann.username, role: 'moderator' })
  await expect(share(ann)).rejects.toMatchObject({ code: 'group.trust' })
  await addTarget(database.app, { ...shop, url: page(), now })
  expect(await share(ann)).toMatchObject({ added_by: ann.username })
})

test('a page is not watched as that of another pair', async () => {
  await share(owner)
  const { sneakerId } = await addCatalog(database.app)
  const other = shareMonitor(database.app, { ...by(owner), ...shop, sneakerId, url: page() })
  await expect(other).rejects.toMatchObject({ code: 'monitor.other' })
})

type Other = Awaited<ReturnType<typeof another>>

/** The second begins when the first has done all but say so. */
async function stopAtOnce({ id }: GroupMonitor, { other, others }: Other) {
  const second = await inTransaction(database.app, async (tx) => {
    await stopSharingAll(tx, group.id)
    let isOver = false
    const stopping = stopSharing(database.app, { ...by(other, others), id }).finally(() => {
      isOver = true
    })
    const waits = async () =>
      (
        await database.app`select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`
      ).length > 0
    await expect.poll(async () => isOver || (await waits())).toBe(true)
    return { stopping }
  })
  await second.stopping
}

test('the last group that shares it ends it, however they stop at once; what operators watch stays', async () => {
  const { other, others } = await another()
  const [mine, theirs] = [await share(owner), await share(other, page(), others)]
  await warmPool(database.app)
  await Promise.all([
    stopSharing(database.app, { ...by(owner), id: mine.id }),
    stopSharing(database.app, { ...by(other, others), id: theirs.id }),
  ])
  expect(await targets()).toEqual([])
  await share(owner)
  await stopAtOnce(await share(other, page(), others), { other, others })
  expect(await targets()).toEqual([])
  await share(owner)
  await addTarget(database.app, { ...shop, url: page(), now })
  expect(await targets()).toEqual([{ for_groups: false }])
  await closeGroup(database.app, by(owner))
  expect(await targets()).toHaveLength(1)
})

test('a closed group’s own pages are watched no more', async () => {
  await share(owner)
  await closeGroup(database.app, by(owner))
  expect(await targets()).toEqual([])
})

test('one group’s monitors are no other’s to stop, and only so many', async () => {
  const { other, others } = await another()
  const { id } = await share(owner)
  const stop = stopSharing(database.app, { ...by(other, others), id })
  await expect(stop).rejects.toMatchObject({ code: 'monitor.not-found' })
  for (let n = 1; n < MOST_MONITORS; n++) await share(owner, page(`pair-${n}`))
  await expect(share(owner, page('one-more'))).rejects.toMatchObject({ code: 'group.too-many' })
})
