import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Group } from '../../core/group/shape.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addFounder, found, joinAll } from '../../test/support/groups.ts'
import { addMember, type TestMember, warmPool } from '../../test/support/members.ts'
import { vaultForTest } from '../../test/support/vault.ts'
import { deleteMember } from '../members/delete.ts'
import { createPost } from '../posts/create.ts'
import { listFeed } from '../posts/feed.ts'
import { findPost } from '../posts/find.ts'
import { loadPosts } from '../posts/load.ts'
import { replyTo } from '../posts/reply.ts'
import { inTransaction } from '../transaction.ts'
import { joinGroup } from './join.ts'
import { readGroup } from './load.ts'
import { mayPost, mayRead } from './may.ts'
import { forgetGroups } from './of-member.ts'
import { listRemoved, readmit } from './removed.ts'
import { changeRole, leaveGroup, removeFromGroup } from './role.ts'

const now = new Date('2026-11-20T12:00:00Z')

let database: TestDatabase
let owner: TestMember
let ann: TestMember
let ben: TestMember
let group: Group
let round = 0
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  round++
  owner = await addFounder(database, `owner_${round}`, now)
  ann = await addMember(database.app, `ann_${round}`)
  ben = await addMember(database.app, `ben_${round}`)
  group = await found(database, { by: owner, name: `Roles ${round}`, now })
  await joinAll(database, group, { members: [ann, ben], now })
})

const as = ({ id: memberId }: TestMember) => ({ slug: group.slug, memberId, now })
const make = (by: TestMember, who: TestMember, role: 'owner' | 'moderator' | 'member') =>
  changeRole(database.app, { ...as(by), username: who.username, role })
const remove = (by: TestMember, who: TestMember) =>
  removeFromGroup(database.app, { ...as(by), username: who.username, reason: 'Sold our list' })
const roleOf = async (who: TestMember) => (await readGroup(database.app, as(who))).mine.role
const roles = async () => [await roleOf(owner), await roleOf(ann), await roleOf(ben)]
const refused = { code: 'group.role' }

test('the owner gives roles, and nobody else', async () => {
  await make(owner, ann, 'moderator')
  expect(await roles()).toEqual(['owner', 'moderator', 'member'])
  await expect(make(ann, ben, 'moderator')).rejects.toMatchObject(refused)
  await expect(make(ann, ann, 'owner')).rejects.toMatchObject(refused)
  await expect(make(owner, await addMember(database.app, `eve_${round}`), 'member')).rejects.toMatchObject({
    code: 'group.member-not-found',
  })
})

test('a group has one owner, whoever is made it and however many at once', async () => {
  await expect(leaveGroup(database.app, as(owner))).rejects.toMatchObject({ code: 'group.owner' })
  await expect(make(owner, owner, 'member')).rejects.toMatchObject({ code: 'group.owner' })
  await warmPool(database.app)
  const tried = await Promise.allSettled([make(owner, ann, 'owner'), make(owner, ben, 'owner')])
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await roles()).filter((role) => role === 'owner')).toHaveLength(1)
  expect(await roleOf(owner)).toBe('moderator')
  await leaveGroup(database.app, as(owner))
  expect(await roleOf(owner)).toBeNull()
})

test('moderators remove members, who are told why and come back only when they are let', async () => {
  await make(owner, ann, 'moderator')
  await expect(remove(ann, owner)).rejects.toMatchObject(refused)
  await expect(remove(ben, ann)).rejects.toMatchObject(refused)
  await remove(ann, ben)
  expect((await readGroup(database.app, as(ben))).mine).toMatchObject({
    ...{ role: null, standing: { open: false, reason: expect.stringContaining('"Sold our list"') } },
    may: { join: false, read: true, post: false },
  })
  await expect(joinGroup(database.app, as(ben))).rejects.toMatchObject({ code: 'group.gate' })
  expect(await listRemoved(database.app, as(owner))).toMatchObject([
    { username: ben.username, reason: 'Sold our list', removed_by: ann.username },
  ])
  await expect(listRemoved(database.app, as(ben))).rejects.toMatchObject(refused)
  await readmit(database.app, { ...as(ann), username: ben.username })
  expect((await joinGroup(database.app, as(ben))).mine.role).toBe('member')
  await expect(readmit(database.app, { ...as(ann), username: ben.username })).rejects.toMatchObject({
    code: 'group.member-not-found',
  })
})

test('who leaves SNPD leaves their groups, and what they own passes to a moderator, a member, or is closed', async () => {
  const { app, ring } = { ...database, ring: (await vaultForTest()).ring }
  await make(owner, ben, 'moderator')
  await deleteMember(app, ring, owner.id)
  expect(await readGroup(app, as(ben))).toMatchObject({ members: 2, mine: { role: 'owner' } })
  await deleteMember(app, ring, ben.id)
  expect(await readGroup(app, as(ann))).toMatchObject({ members: 1, mine: { role: 'owner' } })
  await deleteMember(app, ring, ann.id)
  await expect(readGroup(app, { ...as(ann), memberId: null })).rejects.toMatchObject({
    code: 'group.not-found',
  })
})

test.each([true, false])(
  'an owner and their heir who leave at once leave the group to the third: %s',
  async (turn) => {
    const { app } = database
    await make(owner, ben, 'moderator')
    await warmPool(app)
    const leave = ({ id: memberId }: TestMember) =>
      inTransaction(app, (tx) => forgetGroups(tx, { memberId, now }))
    await Promise.all((turn ? [owner, ben] : [ben, owner]).map(leave))
    expect(await readGroup(app, as(ann))).toMatchObject({ members: 1, mine: { role: 'owner' } })
  },
)

test('what is written in a closed circle is read, answered and found by those in it alone', async () => {
  const { app } = database
  const eve = await addMember(app, `eve_${round}`)
  await app`update app.cook_group set access = 'invite' where id = ${group.id}`
  const write = (who: TestMember) =>
    createPost(app, {
      memberId: who.id,
      input: { kind: 'intel', text: 'Back door', group_id: group.id },
      now,
    })
  const id = await write(ann)
  const answered = await replyTo(app, { memberId: ben.id, parentId: id, input: { text: 'Seen it' }, now })
  await expect(write(eve)).rejects.toMatchObject({ code: 'group.not-found' })
  const within = (who: TestMember | null) => ({ groupId: group.id, memberId: who?.id ?? null, now })
  for (const stranger of [eve, null]) {
    await expect(mayRead(app, within(stranger))).rejects.toMatchObject({ code: 'group.not-found' })
    await expect(mayPost(app, within(stranger))).rejects.toMatchObject({ code: 'group.not-found' })
    expect(await loadPosts(app, { ids: [id, answered], memberId: stranger?.id ?? null })).toEqual([])
    await expect(findPost(app, { id, memberId: stranger?.id ?? null })).rejects.toMatchObject({
      code: 'post.not-found',
    })
  }
  await expect(
    replyTo(app, { memberId: eve.id, parentId: id, input: { text: 'Me too' }, now }),
  ).rejects.toMatchObject({
    code: 'post.not-found',
  })
  expect(await loadPosts(app, { ids: [id, answered], memberId: ben.id })).toHaveLength(2)
  const everywhere = await listFeed(app, { kind: 'all' }, { readerId: null, sort: 'new', limit: 50 })
  expect(everywhere.map((post) => post.id)).not.toContain(id)
  // Whoever leaves keeps a way to their own words, to take them back.
  await leaveGroup(app, as(ann))
  expect(await loadPosts(app, { ids: [id, answered], memberId: ann.id })).toMatchObject([{ id }])
})

test('an open group is read by all, and written by those who joined', async () => {
  const { app } = database
  const eve = await addMember(app, `eve_${round}`)
  await mayRead(app, { groupId: group.id, memberId: null, now })
  await expect(mayPost(app, { groupId: group.id, memberId: eve.id, now })).rejects.toMatchObject({
    code: 'group.gate',
    fix: 'Join it.',
  })
})
