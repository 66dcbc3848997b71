import { cellToChildren, gridDisk } from 'h3-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeOf } from '../../core/cell/cell.ts'
import { type AreaMap, mapShape } from '../../core/geo/map.ts'
import { foundPlacesShape, nearStoreShape } from '../../core/geo/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import { lookFrom } from '../../db/veil/viewer.ts'
import { addStoreAt, placeAt, type spots } from '../../test/support/board.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { addMember } from '../../test/support/members.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
let shops: { wythe: string; court: string; haight: string }
let sneakerId: string
beforeAll(async () => {
  web = await startTestWeb()
  const made = { wythe: await at('wythe'), court: await at('court'), haight: await at('haight') }
  shops = { wythe: made.wythe.storeId, court: made.court.storeId, haight: made.haight.storeId }
  sneakerId = made.wythe.sneakerId
  const [near, off] = [await register(web.origin, 'here'), await register(web.origin, 'far')]
  await lookFrom(web.db.app, { memberId: near.id, cell: wythe, now: new Date() })
  await lookFrom(web.db.app, { memberId: off.id, cell: placeAt('haight').area, now: new Date() })
  ;[here, far] = [near.token, off.token]
})
afterAll(() => web.close())

const at = (spot: keyof typeof spots) => addStoreAt(web.db.app, spot)
const get = (path: string) => fetch(`${web.origin}/api${path}`)
const storesOf = async (query: string) => {
  const response = await get(`/places/stores?${query}`)
  return nearStoreShape.array().parse((await response.json()).items)
}
const ids = async (query: string) => (await storesOf(query)).map(({ store }) => store.id)
const wythe = placeAt('wythe').area
const readMap = async (token?: string): Promise<AreaMap> => {
  const response = await ask(`${web.origin}/api/map?near=${wythe}`, token === undefined ? {} : { token })
  return mapShape.parse(await response.json())
}
/** Who stands in the area, and who looks from elsewhere. */
let here: string
let far: string

test('shops around a cell, the nearest first, as far as one asks', async () => {
  expect(await ids(`near=${wythe}&km=10`)).toHaveLength(2)
  expect(new Set(await ids(`near=${wythe}&km=10`))).toEqual(new Set([shops.wythe, shops.court]))
  const metres = (await storesOf(`near=${wythe}&km=10`)).map((each) => each.metres)
  expect(metres).toEqual([...metres].sort((a, b) => a - b))
  expect(await ids(`near=${wythe}&km=10&limit=1`)).toHaveLength(1)
  expect(await ids(`near=${placeAt('haight').area}`)).toEqual([shops.haight])
})

test('shops around a city or a ZIP code by name; and a place that nobody knows is said to be that', async () => {
  expect(await ids('q=San+Francisco,+CA&km=20')).toEqual([shops.haight])
  expect((await ids('q=11211')).sort()).toEqual([shops.wythe, shops.court].sort())
  expect(await problemOf(await get('/places/stores?q=nowhere+at+all'))).toMatchObject({
    ...{ status: 404, code: 'place.unknown' },
  })
})

test('a place is found as an area, by whom, and on what terms; no position is answered', async () => {
  const response = await get('/places/find?q=Portland')
  const found = foundPlacesShape.parse(await response.json())
  expect(found.items[0]).toEqual({
    label: 'Portland, Oregon, United States',
    cell: placeOf({ latitude: 45.52345, longitude: -122.67621 }).area,
  })
  expect(found.source).toMatchObject({ text: expect.stringContaining('GeoNames, CC BY 4.0'), on_map: true })
  expect(foundPlacesShape.parse(await (await get('/places/find?q=qqqqq')).json()).items).toEqual([])
})

test('what is no question, no cell or too far is refused', async () => {
  const { city } = placeAt('wythe')
  const refused = [
    '/places/find?q=x',
    `/places/find?q=${'x'.repeat(121)}`,
    '/places/find',
    '/places/stores',
    `/places/stores?near=${wythe}&q=Portland`,
    `/places/stores?near=${city}`,
    `/places/stores?near=${wythe}&km=101`,
    `/places/stores?latitude=40.7&longitude=-73.9`,
    `/map?near=${city}`,
    '/map?near=8728308281fffff',
    '/map',
  ]
  for (const path of refused) expect([path, (await get(path)).status]).toEqual([path, 422])
})

type Written = { cell: string; resolution: number; change?: object; ageHours?: number }
async function addPost({ cell, resolution, change = {}, ageHours = 0 }: Written): Promise<string> {
  const at = new Date(Date.now() - ageHours * 3_600_000)
  const id = uuidv7(at.getTime())
  const { id: member_id } = await addMember(web.db.app, `p_${id.slice(-12)}`)
  const published = String(BigInt(`0x${cell}`))
  const row = {
    id,
    member_id,
    kind: 'intel',
    text: 'Look',
    published,
    resolution,
    hot: 0,
    created_at: at,
    ...change,
  }
  await web.db.app`insert into app.post ${web.db.app(row)}`
  return id
}

test('the map has hexes around the middle, the shops within, and counts what everybody may read where it is told to be', async () => {
  const before = await readMap(here)
  expect(before.hexes).toHaveLength(61)
  expect(before.hexes.every(({ ring }) => ring.length >= 5)).toBe(true)
  expect(before.stores.map(({ store }) => store.id).sort()).toEqual([shops.wythe, shops.court].sort())
  const [street = ''] = cellToChildren(wythe, 8)
  const { city } = placeAt('wythe')
  await addPost({ cell: wythe, resolution: 7 })
  await addPost({ cell: street, resolution: 8 })
  await addPost({ cell: city, resolution: 5 })
  // Older, elsewhere, hidden, of a group.
  await addPost({ cell: wythe, resolution: 7, ageHours: 8 * 24 })
  await addPost({ cell: gridDisk(wythe, 9).at(-1) ?? '', resolution: 7 })
  await addPost({ cell: wythe, resolution: 7, change: { hidden_at: new Date() } })
  const counted = async (token?: string) =>
    (await readMap(token)).hexes.flatMap(({ cell, posts, wide }) =>
      posts > 0 ? [{ cell, posts, wide }] : [],
    )
  expect(await counted(here)).toEqual([
    { cell: city, posts: 1, wide: true },
    { cell: wythe, posts: 2, wide: false },
  ])
  // From far away the whole city, and no more.
  for (const token of [undefined, far])
    expect(await counted(token)).toEqual([expect.objectContaining({ cell: city, wide: true })])
})

test('restocks are counted in the area of their shop', async () => {
  const { id } = await addMember(web.db.app, 'reporter')
  await web.db.app`
    insert into app.restock (id, sneaker_id, store_id, size, reported_by)
    values (${uuidv7()}, ${sneakerId}, ${shops.wythe}, '9', ${id})`
  const { hexes } = await readMap()
  expect(hexes.find(({ cell }) => cell === wythe)?.restocks).toBe(1)
})

test('a line is on the map for six hours, in the middle of the cell it is told to be in', async () => {
  const line = { kind: 'line', store_id: shops.wythe }
  const id = await addPost({ cell: wythe, resolution: 7, change: line })
  await addPost({ cell: wythe, resolution: 7, change: line, ageHours: 7 })
  const { lines } = await readMap(here)
  for (const token of [undefined, far]) expect(await readMap(token)).toMatchObject({ peek: true, lines: [] })
  expect(lines).toMatchObject([{ post_id: id, store_name: 'Test Store' }])
  const { lng: longitude = 0, lat: latitude = 0 } = lines[0]?.at ?? {}
  expect(placeOf({ latitude, longitude }).area).toBe(wythe)
})

test('a line is not on the map of who blocks or muted its author, nor of whom its author blocks', async () => {
  const line = { kind: 'line', store_id: shops.wythe }
  const id = await addPost({ cell: wythe, resolution: 7, change: line })
  const [post] = await web.db.app<
    { author: string }[]
  >`select member_id as author from app.post where id = ${id}`
  const [reader] = await web.db.app<{ id: string }[]>`select id from app.member where username = 'here'`
  const [author, me] = [post?.author ?? '', reader?.id ?? '']
  const isThere = async () => (await readMap(here)).lines.some(({ post_id }) => post_id === id)
  const block = (member: string, other: string, kind: 'block' | 'mute') => web.db.app`
    insert into app.member_block (member_id, other_id, kind, created_at) values (${member}, ${other}, ${kind}, now())`
  expect(await isThere()).toBe(true)
  for (const [member, other, kind, shown] of [
    [me, author, 'block', false],
    [me, author, 'mute', false],
    [author, me, 'block', false],
    [author, me, 'mute', true],
  ] as const) {
    await block(member, other, kind)
    expect([kind, await isThere()]).toEqual([kind, shown])
    await web.db.app`delete from app.member_block`
  }
  await web.db.app`update app.post set anonymous = true, pseudonym = 'Quiet Heron' where id = ${id}`
  await block(me, author, 'block')
  expect(await isThere()).toBe(true)
  await web.db.app`delete from app.member_block`
})
