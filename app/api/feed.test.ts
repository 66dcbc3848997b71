import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeOf } from '../../core/cell/cell.ts'
import { feedPageShape } from '../../core/post/shape.ts'
import { placeStores } from '../../db/places/place.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { addCatalog } from '../../test/support/members.ts'
import { communityOf } from '../../test/support/posts.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

type Member = Awaited<ReturnType<typeof register>>

let web: TestWeb
let ann: Member
let ben: Member
let catalog: { sneakerId: string; storeId: string }
let site: ReturnType<typeof communityOf>
beforeAll(async () => {
  // How often one may write is pace.test.ts's.
  web = await startTestWeb(() => ({ limits: async () => undefined }))
  ann = await register(web.origin, 'ann')
  ben = await register(web.origin, 'ben')
  catalog = await addCatalog(web.db.app)
  await placeStores(web.db.app)
  site = communityOf(web.origin)
})
afterAll(() => web.close())

const oakland = placeOf({ latitude: 37.8, longitude: -122.27 })
const brooklyn = placeOf({ latitude: 40.7195, longitude: -73.9613 })
const feed = (query: string, token?: string) => site.all(`/community/feed?limit=2${query}`, token)
const rank = (id: string, hot: number) => web.db.app`update app.post set hot = ${hot} where id = ${id}`

/** So many posts, one after the other. */
async function write(count: number, member: Member, input: object = {}): Promise<string[]> {
  const ids: string[] = []
  for (let nth = 0; nth < count; nth++) ids.push((await site.post(member.token, input)).id)
  return ids
}

test('the newest stand first, the hottest by their rank, page by page to the end, and each once', async () => {
  const shop = (await addCatalog(web.db.app)).storeId
  const ids = await write(5, ann, { store_id: shop })
  expect(await feed(`&store_id=${shop}`)).toEqual(ids.toReversed())
  const [a = '', b = '', c = '', d = '', e = ''] = ids
  for (const [id, hot] of [
    [a, 3],
    [b, 9],
    [c, 3],
    [d, -1],
    [e, 0.1 + 0.2],
  ] as const)
    await rank(id, hot)
  expect(await feed(`&store_id=${shop}&sort=hot`)).toEqual([b, c, a, e, d])
  const whole = await feed('')
  expect(whole.filter((id) => ids.includes(id))).toEqual(ids.toReversed())
  expect(new Set(whole).size).toBe(whole.length)
})

test('a pair has the posts that name it, newest or hottest first', async () => {
  const { sneakerId } = await addCatalog(web.db.app)
  const [first = '', second = '', third = ''] = await write(3, ben, {
    sneaker_ids: [sneakerId, catalog.sneakerId],
  })
  await write(1, ben)
  expect(await feed(`&sneaker_id=${sneakerId}`)).toEqual([third, second, first])
  await rank(second, 1e6)
  expect((await feed(`&sneaker_id=${sneakerId}&sort=hot`))[0]).toBe(second)
})

test('whom one follows is read in one list, by name alone: nothing anonymous, and nobody else', async () => {
  const [cat, dan, eve] = [
    await register(web.origin, 'cat'),
    await register(web.origin, 'dan'),
    await register(web.origin, 'eve'),
  ]
  for (const name of ['cat', 'dan'])
    expect((await site.act('PUT', `/users/${name}/follow`, { token: eve.token })).status).toBe(200)
  const [one = '', two = '', three = ''] = [
    ...(await write(1, cat)),
    ...(await write(1, dan)),
    ...(await write(1, cat)),
  ]
  await write(1, cat, { anonymous: true })
  await write(1, ben)
  expect(await feed('&following=1', eve.token)).toEqual([three, two, one])
  await rank(one, 1e7)
  expect(await feed('&following=1&sort=hot', eve.token)).toEqual([one, three, two])
  await site.act('DELETE', '/users/cat/follow', { token: eve.token })
  expect(await feed('&following=1', eve.token)).toEqual([two])
  expect((await ask(site.url('/community/feed?following=1'))).status).toBe(401)
})

test('replies, what is kept back and what was taken back are in no feed', async () => {
  const shop = (await addCatalog(web.db.app)).storeId
  const [shown = '', hidden = '', gone = ''] = await write(3, ann, { store_id: shop })
  for (const id of [shown, gone]) await site.reply(ben.token, id)
  await web.db.app`update app.post set hidden_at = now() where id = ${hidden}`
  await site.act('DELETE', `/community/posts/${gone}`, { token: ann.token })
  for (const sort of ['new', 'hot']) {
    expect(await feed(`&store_id=${shop}&sort=${sort}`, ann.token)).toEqual([shown])
    for (const id of [hidden, gone]) expect(await feed(`&sort=${sort}`)).not.toContain(id)
  }
})

test('near a place are the posts of five miles around, for those who are there', async () => {
  const [local, walker] = [await register(web.origin, 'local'), await register(web.origin, 'walker')]
  const [here = ''] = await write(1, local, { cell: oakland.area })
  const [there = ''] = await write(1, walker, { cell: brooklyn.area })
  const [nowhere = ''] = await write(1, local)
  for (const sort of ['new', 'hot']) {
    const seen = await feed(`&near=${oakland.area}&sort=${sort}`, local.token)
    expect(seen).toContain(here)
    for (const id of [there, nowhere]) expect(seen).not.toContain(id)
  }
})

test('from far away, and for who is not signed in, it is the city that is looked at, and no finer place is told', async () => {
  const local = await register(web.origin, 'citizen')
  const [id = ''] = await write(1, local, { cell: oakland.area })
  // As if enough members shared the area.
  await web.db.app`
    update app.post set published = ${String(BigInt(`0x${oakland.area}`))}::bigint, resolution = 7 where id = ${id}`
  const page = async (near: string, token?: string) => {
    const answer = await ask(site.url(`/community/feed?near=${near}`), token === undefined ? {} : { token })
    return feedPageShape.parse(await answer.json())
  }
  const at = await page(oakland.area, local.token)
  expect(at.peek).toBe(false)
  expect(at.items.find((post) => post.id === id)?.cell).toBe(oakland.area)
  for (const [near, token] of [[oakland.area], [oakland.city], [oakland.city, local.token]] as const) {
    const peek = await page(near, token)
    expect(peek.peek).toBe(true)
    expect(peek.items.find((post) => post.id === id)?.cell).toBe(oakland.city)
  }
})

test('wherever else a post is shown, its area is told to who stands around it and to its author, its city to all others', async () => {
  const [author, local, walker] = [
    await register(web.origin, 'author'),
    await register(web.origin, 'around'),
    await register(web.origin, 'elsewhere'),
  ]
  const shop = (await addCatalog(web.db.app)).storeId
  const [id = ''] = await write(1, author, { cell: oakland.area, store_id: shop })
  await web.db.app`
    update app.post set published = ${String(BigInt(`0x${oakland.area}`))}::bigint, resolution = 7 where id = ${id}`
  await feed(`&near=${oakland.area}`, local.token)
  await feed(`&near=${brooklyn.area}`, walker.token)
  const told = async (token?: string) => {
    const read = async (path: string) =>
      (await ask(site.url(path), token === undefined ? {} : { token })).json()
    const [alone, listed] = [
      await read(`/community/posts/${id}`),
      await read(`/community/feed?store_id=${shop}`),
    ]
    return [alone.cell, ...feedPageShape.parse(listed).items.map(({ cell }) => cell)]
  }
  for (const { token } of [author, local]) expect(await told(token)).toEqual([oakland.area, oakland.area])
  for (const token of [walker.token, undefined])
    expect(await told(token)).toEqual([oakland.city, oakland.city])
})

test('what a feed cannot be of is refused and said', async () => {
  const wrong = {
    'near=x': 'input.invalid',
    [`near=${oakland.street}`]: 'cell.invalid',
    'near=8fffffffffffff5': 'cell.invalid',
    [`store_id=${catalog.storeId}&following=1`]: 'input.invalid',
    'cursor=x': 'input.invalid',
    'sort=best': 'input.invalid',
    'limit=101': 'input.invalid',
  }
  for (const [query, code] of Object.entries(wrong)) {
    const problem = await problemOf(await ask(site.url(`/community/feed?${query}`), { token: ann.token }))
    expect([query, problem.code, problem.status]).toEqual([query, code, 422])
  }
})

test('a post that comes in while one turns the pages moves none of them', async () => {
  const shop = (await addCatalog(web.db.app)).storeId
  const ids = await write(3, ann, { store_id: shop })
  const path = `/community/feed?limit=2&store_id=${shop}`
  const first = await site.page(path)
  await write(2, ben, { store_id: shop })
  const second = await site.page(`${path}&cursor=${first.next}`)
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed())
  expect(second.next).toBeNull()
})
