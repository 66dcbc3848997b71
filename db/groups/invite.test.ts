import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Group } from '../../core/group/shape.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addFounder, found } from '../../test/support/groups.ts'
import { addMember, type TestMember, warmPool } from '../../test/support/members.ts'
import { changeGroup } from './change.ts'
import { closeGroup } from './close.ts'
import { readInvitation } from './invitation.ts'
import { listInvites, makeInvite, revokeInvite } from './invite.ts'
import { joinGroup, joinInvited } from './join.ts'
import { changeRole, removeFromGroup } from './role.ts'

const now = new Date('2026-11-20T12:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

let database: TestDatabase
let owner: TestMember
let group: Group
let round = 0
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  round++
  owner = await addFounder(database, `owner_${round}`, now)
  group = await found(database, { by: owner, name: `By invite ${round}`, access: 'invite', now })
})

const member = (name: string) => addMember(database.app, `${name}_${round}`)
const as = ({ id: memberId }: TestMember, at = now) => ({ slug: group.slug, memberId, now: at })
const invite = (by = owner, input = { hours: 72, uses: 10 }) => makeInvite(database.app, { ...as(by), input })
const accept = (token: string, { id: memberId }: TestMember, at = now) =>
  joinInvited(database.app, { token, memberId, now: at })
const ended = { code: 'group.invite-ended' }

test('a group by invite takes whoever has one, and nobody else', async () => {
  const ann = await member('ann')
  await expect(joinGroup(database.app, as(ann))).rejects.toMatchObject({ code: 'group.not-found' })
  const { token, invite: made } = await invite()
  expect(made).toMatchObject({
    made_by: owner.username,
    uses: 10,
    used: 0,
    expires_at: later(72).toISOString(),
  })
  const look = { token, memberId: ann.id, now }
  expect(await readInvitation(database.app, look)).toMatchObject({
    name: group.name,
    joined: false,
    members: 1,
  })
  expect((await accept(token, ann)).mine).toMatchObject({ role: 'member', may: { read: true, post: true } })
  expect(await readInvitation(database.app, look)).toMatchObject({ joined: true, members: 2 })
})

test('its secret is kept nowhere', async () => {
  const { token } = await invite()
  const rows = await database.app<{ row: string }[]>`select i::text as row from app.group_invite i`
  const hex = Buffer.from(token).toString('hex')
  for (const { row } of rows) expect([row.includes(token), row.includes(hex)]).toEqual([false, false])
})

describe('an invite lets nobody in', () => {
  test('from the moment on that it runs out', async () => {
    const { token } = await invite(owner, { hours: 1, uses: 10 })
    expect(await accept(token, await member('ann'), new Date(later(1).getTime() - 1))).toBeDefined()
    await expect(accept(token, await member('ben'), later(1))).rejects.toMatchObject(ended)
    expect(await listInvites(database.app, as(owner, later(1)))).toEqual([])
  })

  test('when it is used up, however many come at once; who is in already uses none', async () => {
    const { token } = await invite(owner, { hours: 1, uses: 3 })
    const crowd = await Promise.all(Array.from({ length: 6 }, (_, n) => member(`crowd${n}`)))
    await warmPool(database.app)
    const tried = await Promise.allSettled(crowd.map((who) => accept(token, who)))
    const refused = tried.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(refused).toMatchObject([ended, ended, ended])
    const [row] = await database.app<{ members: number; used: number }[]>`
      select g.members, i.used from app.cook_group g join app.group_invite i on i.group_id = g.id
      where g.id = ${group.id}`
    expect(row).toEqual({ members: 4, used: 3 })
    const { token: second } = await invite(owner, { hours: 1, uses: 1 })
    await accept(second, owner)
    expect(await accept(second, await member('late'))).toBeDefined()
  })

  test('when it was taken back', async () => {
    const { token, invite: made } = await invite()
    await revokeInvite(database.app, { ...as(owner), id: made.id })
    await expect(accept(token, await member('ann'))).rejects.toMatchObject(ended)
    await expect(revokeInvite(database.app, { ...as(owner), id: made.id })).rejects.toMatchObject(ended)
  })

  test('when who made it is no moderator any more', async () => {
    const [mod, other] = [await member('mod'), await member('other')]
    const { token } = await invite()
    for (const who of [mod, other]) {
      await accept(token, who)
      await changeRole(database.app, { ...as(owner), username: who.username, role: 'moderator' })
    }
    const [{ token: ofMod }, { token: ofOther }] = [await invite(mod), await invite(other)]
    await changeRole(database.app, { ...as(owner), username: mod.username, role: 'member' })
    await removeFromGroup(database.app, { ...as(owner), username: other.username, reason: 'Sold our list' })
    for (const each of [ofMod, ofOther])
      await expect(accept(each, await member(each.slice(0, 6)))).rejects.toMatchObject(ended)
  })

  test('when the group is closed, or asks for something else', async () => {
    const { token } = await invite()
    await changeGroup(database.app, { ...as(owner), change: { access: 'open' } })
    await expect(accept(token, await member('ann'))).rejects.toMatchObject(ended)
    await expect(invite()).rejects.toMatchObject({ code: 'group.no-invites' })
    await changeGroup(database.app, { ...as(owner), change: { access: 'invite' } })
    await closeGroup(database.app, as(owner))
    await expect(accept(token, await member('ben'))).rejects.toMatchObject(ended)
  })

  test('who was removed', async () => {
    const [ann, { token }] = [await member('ann'), await invite()]
    await accept(token, ann)
    await removeFromGroup(database.app, { ...as(owner), username: ann.username, reason: 'Sold our list' })
    await expect(accept(token, ann)).rejects.toMatchObject({
      code: 'group.gate',
      message: expect.stringContaining('"Sold our list"'),
    })
    expect((await listInvites(database.app, as(owner)))[0]).toMatchObject({ used: 1 })
  })
})

test('members neither make nor see invites', async () => {
  const [ann, { token, invite: made }] = [await member('ann'), await invite()]
  await accept(token, ann)
  const refused = { code: 'group.role' }
  await expect(invite(ann)).rejects.toMatchObject(refused)
  await expect(listInvites(database.app, as(ann))).rejects.toMatchObject(refused)
  await expect(revokeInvite(database.app, { ...as(ann), id: made.id })).rejects.toMatchObject(refused)
})
