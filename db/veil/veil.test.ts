import { cellToChildren, cellToParent, gridRing } from 'h3-js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeOf } from '../../core/cell/cell.ts'
import { uuidv7 } from '../../core/id.ts'
import { ENOUGH } from '../../core/veil/ladder.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addMember, warmPool } from '../../test/support/members.ts'
import { inTransaction } from '../transaction.ts'
import { mayPost } from './may-post.ts'
import { exportCells, forgetCells } from './of-member.ts'
import { notePresence } from './presence.ts'
import { pseudonymOf } from './pseudonym.ts'
import { publishCell } from './publish.ts'
import { sweepCells } from './sweep.ts'
import { viewFrom } from './view.ts'
import { lookFrom } from './viewer.ts'

let db: TestDatabase
const members: string[] = []
beforeAll(async () => {
  db = await createDatabase()
  for (let nth = 0; nth < ENOUGH + 2; nth++) members.push((await addMember(db.app, `m${nth}`)).id)
})
afterAll(() => db.close())

const someone = async () => (await addMember(db.app, `x${uuidv7().slice(-8)}`)).id
const now = new Date('2026-11-23T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const angeles = placeOf({ latitude: 34.0463, longitude: -118.2365 })
/** Places far from each other, one for each test. */
const placeNo = (nth: number) => placeOf({ latitude: 40 - nth * 2, longitude: -74 - nth * 3 })

/** So many members were in these cells, in turn. */
async function crowd(cells: string[], { count = ENOUGH, at = daysAgo(1) } = {}): Promise<void> {
  for (let nth = 0; nth < count; nth++)
    await notePresence(db.app, {
      memberId: members[nth] ?? '',
      cell: cells[nth % cells.length] ?? '',
      now: at,
    })
}

const publish = (cell: string, { kind = 'area', anonymous = true }: Partial<Options> = {}) =>
  publishCell(db.app, { cell, kind, anonymous, now })
type Options = { kind: 'area' | 'street'; anonymous: boolean }

describe('a post is told as', () => {
  test('its area where twenty active members share it, and one too few is too few', async () => {
    const { area, city } = placeNo(1)
    await crowd([area], { count: ENOUGH - 1 })
    expect(await publish(area)).toEqual({ published: city, resolution: 5 })
    await crowd([area])
    expect(await publish(area)).toEqual({ published: area, resolution: 7 })
  })

  test('what its parent is where the neighbours have to be counted too, each member once', async () => {
    const { area, city } = placeNo(2)
    const parent = cellToParent(area, 6)
    const siblings = cellToChildren(parent, 7)
    // Ten members, in each of the seven.
    for (const cell of siblings) await crowd([cell], { count: 10 })
    expect((await publish(area)).published).toBe(city)
    await crowd(siblings)
    expect(await publish(area)).toEqual({ published: parent, resolution: 6 })
  })

  test('its city where hardly anyone is', async () => {
    const { area, city } = placeNo(3)
    expect(await publish(area)).toEqual({ published: city, resolution: 5 })
  })

  test('the street of a shop where enough checked in, and never so of one who is anonymous', async () => {
    const { street, area } = placeNo(4)
    await crowd([area])
    expect((await publish(street, { kind: 'street', anonymous: false })).published).toBe(area)
    await crowd([street])
    expect(await publish(street, { kind: 'street', anonymous: false })).toEqual({
      published: street,
      resolution: 8,
    })
    expect((await publish(street, { kind: 'street' })).published).toBe(area)
  })

  test('it was yesterday: who comes today counts tomorrow, and who was gone for 30 days no more', async () => {
    const { area, city } = placeNo(5)
    await crowd([area], { count: ENOUGH - 1 })
    await notePresence(db.app, { memberId: members[ENOUGH] ?? '', cell: area, now })
    expect((await publish(area)).published).toBe(city)
    const tomorrow = later(24 * 60)
    const told = await publishCell(db.app, { cell: area, kind: 'area', anonymous: true, now: tomorrow })
    expect(told.published).toBe(area)
    const old = placeNo(6)
    await crowd([old.area], { at: daysAgo(30) })
    expect((await publish(old.area)).published).toBe(old.city)
  })

  test('nothing but a cell of its kind', async () => {
    const { door, street, city } = placeNo(7)
    for (const cell of [door, street, city, 'x'])
      await expect(publish(cell), cell).rejects.toMatchObject({ code: 'cell.invalid' })
  })
})

describe('a member looks', () => {
  test('around themselves where they are, and at the city where they cannot be', async () => {
    const memberId = await someone()
    const { area, city } = placeNo(8)
    const look = (near: string, at = now) => viewFrom(db.app, { memberId, near, now: at })
    expect(await look(area)).toEqual({ cell: area, isPeek: false })
    expect(await look(angeles.area, later(30))).toEqual({ cell: angeles.city, isPeek: true })
    expect(await look(city)).toEqual({ cell: city, isPeek: true })
    const [row] = await db.app<{ seen_at: Date }[]>`
      select seen_at from app.viewer_cell where member_id = ${memberId}`
    // Looking away moved them nowhere.
    expect(row?.seen_at).toEqual(now)
    expect(await look(angeles.area, later(60 * 24))).toEqual({ cell: angeles.area, isPeek: false })
  })

  test('from a city while they are not signed in, and from nothing finer than an area ever', async () => {
    const { area, city, street, door } = placeNo(8)
    const stranger = { memberId: undefined, now }
    expect(await viewFrom(db.app, { ...stranger, near: area })).toEqual({ cell: city, isPeek: true })
    for (const near of [street, door, 'nowhere'])
      await expect(viewFrom(db.app, { ...stranger, near })).rejects.toMatchObject({ code: 'cell.invalid' })
  })

  test('from no more than twelve cells in a row, also when they ask for all at once', async () => {
    await warmPool(db.app)
    const memberId = await someone()
    const { area } = placeNo(9)
    await lookFrom(db.app, { memberId, cell: area, now })
    const cells = [...gridRing(area, 1), ...gridRing(area, 2), ...gridRing(area, 3)].slice(0, 30)
    const moved = await Promise.all(cells.map((cell) => lookFrom(db.app, { memberId, cell, now })))
    expect(moved.filter(Boolean)).toHaveLength(12)
  })
})

describe('a member posts', () => {
  const post = (memberId: string, cell: string, at = now) =>
    inTransaction(db.app, (tx) => mayPost(tx, { memberId, cell, anonymous: false, now: at }))

  test('from where they are and five miles around; about a far place they only read', async () => {
    const memberId = await someone()
    const { area } = placeNo(10)
    await post(memberId, area)
    await post(memberId, gridRing(area, 2)[0] ?? '')
    await expect(post(memberId, angeles.area)).rejects.toMatchObject({ code: 'cell.far', status: 403 })
    await post(memberId, angeles.area, later(60 * 24))
  })

  test('as one of those who share the street of a shop, unless they are anonymous', async () => {
    const memberId = await someone()
    const { street, area } = placeNo(11)
    const cells = async () => (await exportCells(db.app, memberId)).active.map(({ cell }) => cell)
    await inTransaction(db.app, (tx) => mayPost(tx, { memberId, cell: street, anonymous: true, now }))
    expect(await cells()).toEqual([area])
    await post(memberId, street)
    expect((await cells()).sort()).toEqual([area, street].sort())
  })
})

describe('of where a member was', () => {
  test('no day before the last 30 is known, whether they came back or not', async () => {
    const memberId = await someone()
    const [left, kept] = [placeNo(12).area, placeNo(13).area]
    await notePresence(db.app, { memberId, cell: left, now: daysAgo(30) })
    await notePresence(db.app, { memberId, cell: kept, now: daysAgo(40) })
    await notePresence(db.app, { memberId, cell: kept, now: daysAgo(20) })
    await lookFrom(db.app, { memberId, cell: kept, now: daysAgo(31) })
    await sweepCells(db.app, now)
    expect(await exportCells(db.app, memberId)).toEqual({
      viewing: null,
      active: [{ cell: kept, since: '2026-10-25', seen: '2026-11-03' }],
    })
    await notePresence(db.app, { memberId, cell: kept, now: later(60 * 24 * 5) })
    const [row] = (await exportCells(db.app, memberId)).active
    expect(row).toEqual({ cell: kept, since: '2026-10-30', seen: '2026-11-28' })
  })

  test('nothing is left when they leave', async () => {
    const memberId = await someone()
    await lookFrom(db.app, { memberId, cell: placeNo(14).area, now })
    await forgetCells(db.app, memberId)
    expect(await exportCells(db.app, memberId)).toEqual({ viewing: null, active: [] })
    await db.app`update app.member set deleted_at = now(), username = null where id = ${memberId}`
    // What was on its way comes to nothing.
    const looking = lookFrom(db.app, { memberId, cell: placeNo(14).area, now })
    await expect(looking).rejects.toMatchObject({ code: 'auth.required' })
    expect(await exportCells(db.app, memberId)).toEqual({ viewing: null, active: [] })
  })

  test('no table holds a position, but of shops and of what is announced to all', async () => {
    const rows = await db.app<{ table: string }[]>`
      select distinct table_name as table from information_schema.columns
      where table_schema = 'app' and (column_name ~* '(^|_)(lat|lng|lon|longitude|latitude|position)$'
        or udt_name in ('point', 'cube', 'earth', 'geography', 'geometry')) order by 1`
    expect(rows.map(({ table }) => table)).toEqual(['happening', 'store'])
  })
})

describe('an anonymous author', () => {
  const write = async (memberId: string, rootId: string | null) =>
    inTransaction(db.app, async (tx) => {
      const [id, pseudonym] = [uuidv7(), await pseudonymOf(tx, { memberId, rootId })]
      await tx`insert into app.post (id, member_id, kind, text, anonymous, pseudonym, root_id, parent_id, hot, created_at)
        values (${id}, ${memberId}, ${rootId === null ? 'intel' : null}, 'psst', true, ${pseudonym}, ${rootId}, ${rootId}, 0, ${now})`
      return { id, pseudonym }
    })

  test('has one name in a thread, and it is nobody else’s', async () => {
    const [ann, ben] = [await someone(), await someone()]
    const root = await write(ann, null)
    const bens = await write(ben, root.id)
    expect(bens.pseudonym).not.toBe(root.pseudonym)
    expect((await write(ann, root.id)).pseudonym).toBe(root.pseudonym)
    expect((await write(ben, root.id)).pseudonym).toBe(bens.pseudonym)
  })

  test('has other names in other threads', async () => {
    const ann = await someone()
    const names = new Set<string>()
    for (let nth = 0; nth < 8; nth++) names.add((await write(ann, null)).pseudonym)
    expect(names.size).toBeGreaterThan(5)
  })

  test('keeps it when they write many replies at once', async () => {
    await warmPool(db.app)
    const [ann, ben] = [await someone(), await someone()]
    for (let round = 0; round < 5; round++) {
      const root = await write(ann, null)
      const written = await Promise.all(Array.from({ length: 12 }, () => write(ben, root.id)))
      expect(new Set(written.map(({ pseudonym }) => pseudonym)).size).toBe(1)
    }
  })
})
