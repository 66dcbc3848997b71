import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { placeOf, withNeighbours } from '../../core/cell/cell.ts'
import { shippedFeatures } from '../../core/feature/features.ts'
import { readListPlace, readMemberPlace } from '../../core/group/cursor.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addFounder, found, joinAll } from '../../test/support/groups.ts'
import { addMember, type TestMember, warmPool } from '../../test/support/members.ts'
import { changeGroup } from './change.ts'
import { closeGroup } from './close.ts'
import { joinGroup } from './join.ts'
import { groupsNear, listGroups, ownGroups } from './list.ts'
import { readGroup } from './load.ts'
import { listGroupMembers } from './members.ts'
import { leaveGroup } from './role.ts'

const now = new Date('2026-11-20T12:00:00Z')
const { city } = placeOf({ latitude: 40.7195, longitude: -73.9613 })
const nobody = { memberId: null, now }

let database: TestDatabase
let owner: TestMember
let round = 0
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  round++
  await database.app`update app.cook_group set closed_at = ${now}, members = 0`
  owner = await addFounder(database, `owner_${round}`, now)
})

const member = (name: string) => addMember(database.app, `${name}_${round}`)
const named = (name: string) => `${name} ${round}`
const open = (name: string) => found(database, { by: owner, name: named(name), now })
const counted = async (id: string) => {
  const [row] = await database.app<{ members: number; rows: number }[]>`
    select members, (select count(*)::int from app.group_member where group_id = g.id) as rows
    from app.cook_group g where id = ${id}`
  return row
}

describe('founding', () => {
  test('asks for trust, and says what of it is missing', async () => {
    const ann = await member('ann')
    await expect(found(database, { by: ann, name: named('Ann'), now })).rejects.toMatchObject({
      code: 'group.trust',
      fix: 'Earn 50 karma and be a member for 7 days.',
    })
  })

  test('makes its founder the owner, and its name a word for addresses', async () => {
    expect(await open('Côte Cooks')).toMatchObject({
      ...{ slug: `cote-cooks-${round}`, members: 1 },
      mine: { role: 'owner', may: { read: true, post: true, moderate: true, own: true, join: false } },
    })
  })

  test('of one name happens once, whatever its letters and however many try at once', async () => {
    await warmPool(database.app)
    const names = ['Twin Cooks', 'twin cooks', 'TWIN COOKS'].map(named)
    const tried = await Promise.allSettled(names.map((name) => found(database, { by: owner, name, now })))
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const each of tried)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'group.name-taken' })
  })

  test('of another name with the same word gives it a word of its own', async () => {
    const [one, other] = [await open('Same Word!'), await open('Same, Word')]
    expect(one.slug).toBe(`same-word-${round}`)
    expect(other.slug).toMatch(new RegExp(`^same-word-${round}-[a-p]{8}$`))
  })

  test('ends at what one member can answer for', async () => {
    for (let n = 0; n < shippedFeatures['app.groups.owned'].shipped; n++) await open(`Group of ${n}`)
    await expect(open('One more')).rejects.toMatchObject({ code: 'group.too-many' })
  })
})

describe('joining', () => {
  test('an open group takes everybody, once each, however often they press', async () => {
    const [group, ann] = [await open('Open'), await member('ann')]
    await warmPool(database.app)
    const asked = { slug: group.slug, memberId: ann.id, now }
    await Promise.all(Array.from({ length: 4 }, () => joinGroup(database.app, asked)))
    expect(await readGroup(database.app, asked)).toMatchObject({
      members: 2,
      mine: { role: 'member', may: { join: false, read: true, post: true, moderate: false } },
    })
    expect(await counted(group.id)).toEqual({ members: 2, rows: 2 })
  })

  test('and leaving in any order keep the number of members what it is', async () => {
    const group = await open('Storm')
    const crowd = await Promise.all(Array.from({ length: 8 }, (_, n) => member(`crowd${n}`)))
    await warmPool(database.app)
    const each = crowd.map(async ({ id: memberId }, n) => {
      const asked = { slug: group.slug, memberId, now }
      for (let turn = 0; turn < 3; turn++) {
        await joinGroup(database.app, asked)
        if (turn < 2 || n % 2 === 0) await leaveGroup(database.app, asked)
      }
    })
    await Promise.all(each)
    expect(await counted(group.id)).toEqual({ members: 5, rows: 5 })
  })

  test('ends where the group is full', async () => {
    const [group, ann] = [await open('Full'), await member('ann')]
    await database.app`update app.cook_group set members = 5000 where id = ${group.id}`
    await expect(joinGroup(database.app, { slug: group.slug, memberId: ann.id, now })).rejects.toMatchObject({
      code: 'group.full',
    })
  })
})

describe('lists', () => {
  test('go by how many are in a group, in pages that miss and repeat none', async () => {
    const crowd = [await member('ann'), await member('ben')]
    for (const n of [0, 1, 2, 3, 4]) {
      const group = await open(`Page ${n}`)
      const joining = n === 3 ? crowd : n === 1 ? crowd.slice(1) : []
      await joinAll(database, group, { members: joining, now })
    }
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: Awaited<ReturnType<typeof listGroups>> = await listGroups(database.app, {
        ...nobody,
        ...{ limit: 2, after: readListPlace(next) },
      })
      seen.push(...page.items.map(({ name }) => name))
      next = page.next
    }
    expect(seen.slice(0, 2)).toEqual(['Page 3', 'Page 1'].map(named))
    // Of the same moment: they stand by their ids.
    expect(seen.slice(2).sort()).toEqual(['Page 0', 'Page 2', 'Page 4'].map(named))
  })

  test('find a part of a name, and take no part of it for a pattern', async () => {
    await open('50% Off Crew')
    await open('Brick_Heads')
    const names = async (q: string) =>
      (await listGroups(database.app, { ...nobody, limit: 9, q })).items.map(({ name }) => name)
    expect(await names('OFF')).toEqual([named('50% Off Crew')])
    expect(await names('%')).toEqual([named('50% Off Crew')])
    expect(await names('k_h')).toEqual([named('Brick_Heads')])
    expect(await names('_')).toEqual([named('Brick_Heads')])
  })

  test('tell of a group by invite to those alone who are in it', async () => {
    const secret = await found(database, { by: owner, name: named('Secret'), access: 'invite', city, now })
    const mine = { memberId: owner.id, now }
    for (const reader of [nobody, { memberId: (await member('ann')).id, now }]) {
      expect((await listGroups(database.app, { ...reader, limit: 9 })).items).toEqual([])
      await expect(readGroup(database.app, { ...reader, slug: secret.slug })).rejects.toMatchObject({
        code: 'group.not-found',
      })
    }
    expect((await listGroups(database.app, { ...mine, limit: 9 })).items).toHaveLength(1)
    expect((await ownGroups(database.app, mine)).items).toHaveLength(1)
    expect((await groupsNear(database.app, { ...mine, cell: city, limit: 9 })).items).toEqual([])
  })

  test('suggest groups of the city first, then of those beside it, and no others', async () => {
    const [, beside = ''] = withNeighbours(city)
    const far = placeOf({ latitude: 37.8, longitude: -122.27 }).city
    for (const [name, cell] of [
      ['Far', far],
      ['Beside', beside],
      ['Here', city],
      ['Nowhere', null],
    ] as const)
      await found(database, { by: owner, name: named(name), city: cell, now })
    const { items } = await groupsNear(database.app, { ...nobody, cell: city, limit: 9 })
    expect(items.map(({ name }) => name)).toEqual(['Here', 'Beside'].map(named))
  })

  test('of members begin with who answers for the group, in pages that miss and repeat nobody', async () => {
    const group = await open('Members')
    const crowd = []
    for (let n = 0; n < 5; n++) crowd.push(await member(`crowd${n}`))
    await joinAll(database, group, { members: crowd, now })
    await database.app`update app.group_member set role = 'moderator' where member_id = ${crowd[2]?.id ?? ''}`
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: Awaited<ReturnType<typeof listGroupMembers>> = await listGroupMembers(database.app, {
        ...{ slug: group.slug, memberId: crowd[0]?.id ?? '', now },
        ...{ limit: 2, after: readMemberPlace(next) },
      })
      seen.push(...page.items.map(({ username }) => username))
      next = page.next
    }
    const names = crowd.map(({ username }) => username)
    const others = names.filter((_, n) => n !== 2)
    expect(seen.slice(0, 2)).toEqual([owner.username, names[2]])
    // Who came in the same moment stand by their ids.
    expect(seen.slice(2).sort()).toEqual(others.sort())
  })
})

describe('its owner', () => {
  test('changes it, and who does not have what it asks for now is refused but not removed', async () => {
    const [group, ann] = [await open('Changing'), await member('ann')]
    await joinAll(database, group, { members: [ann], now })
    const asked = { slug: group.slug, memberId: owner.id, now }
    const change = { access: 'gate', gate: 'HELD 5', name: named('Changed'), city } as const
    expect(await changeGroup(database.app, { ...asked, change })).toMatchObject({
      ...{ slug: group.slug, name: named('Changed'), city, access: 'gate', members: 2 },
      gate: { text: 'held >= 5', words: '5 karma held' },
    })
    expect((await readGroup(database.app, { ...asked, memberId: ann.id })).mine).toMatchObject({
      ...{ role: 'member', standing: { open: false } },
      may: { read: false, post: false },
    })
    const back = await changeGroup(database.app, { ...asked, change: { access: 'open', city: null } })
    expect(back).toMatchObject({ gate: null, city: null, name: named('Changed') })
    expect((await readGroup(database.app, { ...asked, memberId: ann.id })).mine.may.post).toBe(true)
  })

  test('is not told another name is free that is taken, and can change the letters of its own', async () => {
    const [one, other] = [await open('One'), await open('Other')]
    const rename = (slug: string, name: string) =>
      changeGroup(database.app, { slug, memberId: owner.id, now, change: { name: named(name) } })
    await expect(rename(other.slug, 'ONE')).rejects.toMatchObject({ code: 'group.name-taken' })
    expect(await rename(one.slug, 'ONE')).toMatchObject({ name: named('ONE') })
    const both = await Promise.allSettled([rename(one.slug, 'Both'), rename(other.slug, 'both')])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('closes it: nobody is in it, sees it or comes in; its name is free, its address is not', async () => {
    const [group, ann] = [await open('Closing'), await member('ann')]
    await joinAll(database, group, { members: [ann], now })
    const asked = { slug: group.slug, memberId: ann.id, now }
    await expect(closeGroup(database.app, asked)).rejects.toMatchObject({ code: 'group.role' })
    await closeGroup(database.app, { ...asked, memberId: owner.id })
    await expect(readGroup(database.app, asked)).rejects.toMatchObject({ code: 'group.not-found' })
    await expect(joinGroup(database.app, asked)).rejects.toMatchObject({ code: 'group.not-found' })
    expect((await ownGroups(database.app, asked)).items).toEqual([])
    expect((await open('Closing')).slug).not.toBe(group.slug)
  })
})
