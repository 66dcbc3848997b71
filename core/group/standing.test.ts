import { describe, expect, test } from 'vitest'
import { placeOf } from '../cell/cell.ts'
import { uuidv7 } from '../id.ts'
import { readListPlace, readMemberPlace, writeListPlace, writeMemberPlace } from './cursor.ts'
import { keptGate } from './found.ts'
import { citiesNear } from './near.ts'
import { type GroupRole, isRole, mayRemove } from './role.ts'
import type { GroupAccess } from './shape.ts'
import { slugOf } from './slug.ts'
import { judge, mayOf, type Standing } from './standing.ts'

const nameOf = (cell: string) => cell
const facts = { wallets: 1, held: 0n, earned: 0n, pass: null, cities: [] }
const stand = (access: GroupAccess, role: GroupRole | null, rest: Partial<Standing> = {}) => {
  const standing = { access, gate: access === 'gate' ? 'held >= 1' : null, role, removed: null, ...rest }
  const { open, reason } = judge(standing, { shown: { facts, block: 7 }, nameOf })
  const may = Object.entries(mayOf(standing, open)).flatMap(([what, can]) => (can ? what : []))
  return { open, reason, may }
}

describe('what a member may in a group', () => {
  test('follows from its access, the role and what the gate answers', () => {
    expect(stand('open', null).may).toEqual(['join', 'read'])
    expect(stand('open', 'member').may).toEqual(['read', 'post'])
    expect(stand('open', 'moderator').may).toEqual(['read', 'post', 'moderate'])
    expect(stand('invite', null).may).toEqual([])
    expect(stand('invite', 'member').may).toEqual(['read', 'post'])
    expect(stand('gate', null).may).toEqual([])
    expect(stand('gate', 'member').may).toEqual([])
    expect(stand('gate', null, { gate: 'not held >= 1' }).may).toEqual(['join'])
    expect(stand('gate', 'member', { gate: 'not held >= 1' }).may).toEqual(['read', 'post'])
  })

  test('is nothing for moderators whom the gate shuts out, and everything for its owner', () => {
    expect(stand('gate', 'moderator').may).toEqual([])
    expect(stand('gate', 'owner').may).toEqual(['read', 'post', 'moderate', 'own'])
  })

  test('is to read what is open to all for whoever was removed, and to hear why', () => {
    const removed = { removed: 'Sold what he did not have' }
    expect(stand('open', null, removed)).toMatchObject({ open: false, may: ['read'] })
    expect(stand('open', null, removed).reason).toContain('"Sold what he did not have"')
    expect(stand('gate', null, { ...removed, gate: 'not held >= 1' }).may).toEqual([])
  })
})

test('the answer of a gate names the block it was read at; one without the chain names none', () => {
  const at = (standing: Standing) => judge(standing, { shown: { facts, block: 7 }, nameOf }).block_number
  expect(at({ access: 'gate', gate: 'held >= 1', role: 'member', removed: null })).toBe(7)
  expect(at({ access: 'open', gate: null, role: 'member', removed: null })).toBeNull()
})

test('each role may do what the ones below it may; one removes only who is below oneself', () => {
  const roles = ['member', 'moderator', 'owner'] as const
  expect(roles.map((role) => roles.filter((needed) => isRole(role, needed)).length)).toEqual([1, 2, 3])
  expect(isRole(null, 'member')).toBe(false)
  const pairs = roles.flatMap((by) =>
    roles.filter((whom) => mayRemove(by, whom)).map((whom) => `${by}-${whom}`),
  )
  expect(pairs).toEqual(['moderator-member', 'owner-member', 'owner-moderator'])
})

test.each([
  ['Brooklyn Cooks', 'brooklyn-cooks'],
  ["  Zoë's  #1 Crew!! ", 'zoes-1-crew'],
  ['Invite', undefined],
  ['new', undefined],
  ['靴の会', undefined],
  ['ab', undefined],
  [`${'long '.repeat(20)}`, 'long-long-long-long-long-long-long-long'],
])('the word of "%s" in addresses is %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test('a gate is kept as one text, by groups with a gate alone, and none of them without', () => {
  expect(keptGate('gate', '( HELD 5 )')).toBe('held >= 5')
  expect(keptGate('open', null)).toBeNull()
  expect(() => keptGate('open', 'held 5')).toThrow('another')
  expect(() => keptGate('gate', null)).toThrow('asks for nothing')
})

test('groups are suggested in a city and its neighbours, which are told by a city cell alone', () => {
  const { city, area } = placeOf({ latitude: 40.7195, longitude: -73.9613 })
  const near = citiesNear(city)
  expect([near[0], near.length, new Set(near).size]).toEqual([city, 7, 7])
  expect(() => citiesNear(area)).toThrow('a city is of 5')
})

test('a cursor is read back, and nothing else is one', () => {
  const id = uuidv7()
  expect(readListPlace(writeListPlace({ members: 12, id }))).toEqual({ members: 12, id })
  const place = { role: 'moderator', joinedAt: new Date(1_234_567), id } as const
  expect(readMemberPlace(writeMemberPlace(place))).toEqual(place)
  for (const text of ['', '1', `x.${id}`, `1.${id}.`, `admin.1.${id}`, `-1.${id}`, "1.' or 1=1"])
    expect([readListPlace(text), readMemberPlace(text)]).toEqual([undefined, undefined])
})
