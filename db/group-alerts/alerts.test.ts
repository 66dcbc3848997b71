import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Group } from '../../core/group/shape.ts'
import { karma } from '../../core/karma/amount.ts'
import { sayAlert } from '../../test/support/alerts.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addFounder, found, joinAll, setHeld } from '../../test/support/groups.ts'
import { makeKeys, type TestKeys } from '../../test/support/keys.ts'
import { addCatalog, addMember, type TestMember } from '../../test/support/members.ts'
import { addBridge, listBridges, removeBridge } from '../bridges/bridges.ts'
import { listChannels } from '../channels/list.ts'
import { writeChannel } from '../channels/write.ts'
import { fanOut } from '../deliveries/fan-out.ts'
import { addFollow } from '../follows/add.ts'
import { shareMonitor } from '../group-monitors/share.ts'
import { changeGroup } from '../groups/change.ts'
import { changeRole, leaveGroup } from '../groups/role.ts'
import { addTarget } from '../monitor/target.ts'
import { callOut } from './call.ts'
import { setListening } from './listen.ts'
import { readGroupAlerts } from './read.ts'

const now = new Date()

let database: TestDatabase
let keys: TestKeys
let owner: TestMember
let ann: TestMember
let group: Group
let shop: { sneakerId: string; storeId: string }
let round = 0
beforeAll(async () => {
  database = await createDatabase()
  keys = await makeKeys()
  await database.indexer`insert into chain.cursor (chain_id, genesis_hash, from_block, block_number)
    values (31337, ${Buffer.alloc(32)}, 0, 41)`
})
afterAll(async () => {
  await database.close()
  keys.remove()
})
beforeEach(async () => {
  round++
  owner = await addFounder(database, `owner_${round}`, now)
  ann = await addMember(database.app, `ann_${round}`)
  group = await found(database, { by: owner, name: `Callers ${round}`, now })
  await joinAll(database, group, { members: [ann], now })
  shop = await addCatalog(database.app)
  await channelOf(ann)
})

const by = ({ id: memberId }: TestMember) => ({ slug: group.slug, memberId, now })
const channelOf = ({ id: memberId, username }: TestMember) => {
  const address = { kind: 'discord' as const, url: `https://hooks.example/${username}` }
  return writeChannel(database.app, keys.ring, { memberId, label: username, address })
}
const bridge = (who: TestMember) => {
  const input = { url: `https://hooks.example/group/${round}`, label: 'Our server' }
  return addBridge(database.app, keys.ring, { ...by(who), input })
}
const call = (text = 'Back door, now.') => callOut(database.app, { ...by(owner), text })
const watch = async () => {
  const url = new URL(`https://shop.example/${shop.sneakerId}`)
  await addTarget(database.app, { ...shop, url, now })
  await shareMonitor(database.app, { ...by(owner), ...shop, url })
}
const ground = () => ({ ...shop, memberId: owner.id })
/** Labels of the channels that this round's alerts go to, each as often as it is told. */
const told = async () => {
  await fanOut(database.app, { now: new Date(), limit: 1_000 })
  const rows = await database.app<{ label: string; kind: string }[]>`
    select c.label, n.content ->> 'kind' as kind
    from app.delivery d join app.channel c on c.id = d.channel_id join app.notice n using (alert_id)
    where c.member_id in (${owner.id}, ${ann.id}) order by d.id`
  return rows.map(({ label, kind }) => `${label}: ${kind}`).sort()
}

test('what a moderator calls out goes to whoever is in the group, and over its bridges', async () => {
  await bridge(owner)
  await call()
  expect(await told()).toEqual(['Our server: group', `${ann.username}: group`])
  expect(await readGroupAlerts(database.app, by(ann))).toMatchObject({
    listening: true,
    items: [{ kind: 'call', text: 'Back door, now.', by: owner.username }],
  })
  await expect(callOut(database.app, { ...by(ann), text: 'Me too' })).rejects.toMatchObject({
    code: 'group.role',
  })
})

test('who turned it off is told of nothing of the group, and turns it on again', async () => {
  await watch()
  await setListening(database.app, { ...by(ann), on: false })
  await call()
  await sayAlert(database.app, ground())
  expect(await told()).toEqual([])
  await setListening(database.app, { ...by(ann), on: true })
  await call('And now?')
  expect(await told()).toEqual([`${ann.username}: group`])
})

test('a call is for those who have what the gate asks for when it is handed out', async () => {
  await setHeld(database, ann, karma(5))
  const change = { access: 'gate' as const, gate: 'held 5' }
  await changeGroup(database.app, { ...by(owner), change })
  await call()
  expect(await told()).toEqual([`${ann.username}: group`])
  await call('Again')
  await setHeld(database, ann, karma(4))
  expect(await told()).toEqual([`${ann.username}: group`])
})

test('what a shared monitor sees is told once to each, also to who follows the pair anyway', async () => {
  await watch()
  await bridge(owner)
  await addFollow(database.app, { memberId: ann.id, filter: { sneaker_id: shop.sneakerId } })
  await sayAlert(database.app, ground())
  expect(await told()).toEqual(['Our server: restock', `${ann.username}: restock`])
})

test('what a member reports, and what another shop has, is no news of the group’s monitors', async () => {
  await watch()
  await bridge(owner)
  await sayAlert(database.app, ground(), { source: 'member' })
  const other = await addCatalog(database.app)
  await sayAlert(database.app, { ...ground(), storeId: other.storeId })
  expect(await told()).toEqual([])
})

test('nothing of its maker’s own goes over a bridge, and it is no channel of theirs', async () => {
  await bridge(owner)
  await addFollow(database.app, { memberId: owner.id, filter: { sneaker_id: shop.sneakerId } })
  await sayAlert(database.app, ground())
  expect(await told()).toEqual([])
  expect(await listChannels(database.app, owner.id)).toEqual([])
})

test('a bridge is one however often it is built, and ends with its maker’s role', async () => {
  await changeRole(database.app, { ...by(owner), username: ann.username, role: 'moderator' })
  const { id } = await bridge(ann)
  expect((await bridge(ann)).id).toBe(id)
  await call()
  await changeRole(database.app, { ...by(owner), username: ann.username, role: 'member' })
  expect(await listBridges(database.app, by(owner))).toEqual([])
  const mine = await bridge(owner)
  await removeBridge(database.app, { ...by(owner), id: mine.id })
  expect(await listBridges(database.app, by(owner))).toEqual([])
  await expect(listBridges(database.app, by(ann))).rejects.toMatchObject({ code: 'group.role' })
})

test('who left the group is told of it no more', async () => {
  await leaveGroup(database.app, by(ann))
  await call()
  expect(await told()).toEqual([])
})
