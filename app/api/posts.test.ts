import { gridRing } from 'h3-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeOf } from '../../core/cell/cell.ts'
import { uuidv7 } from '../../core/id.ts'
import { MOST_TEXT } from '../../core/post/text.ts'
import { placeStores } from '../../db/places/place.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { addCatalog } from '../../test/support/members.ts'
import { photoOf } from '../../test/support/photo.ts'
import { communityOf } from '../../test/support/posts.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

type Member = Awaited<ReturnType<typeof register>>

let web: TestWeb
let ann: Member
let ben: Member
let catalog: { sneakerId: string; storeId: string }
let site: ReturnType<typeof communityOf>
beforeAll(async () => {
  // Limits have tests of their own, and here a few people write everything.
  web = await startTestWeb(() => ({ limits: async () => undefined }))
  ann = await register(web.origin, 'ann')
  ben = await register(web.origin, 'ben')
  catalog = await addCatalog(web.db.app)
  await placeStores(web.db.app)
  site = communityOf(web.origin)
})
afterAll(() => web.close())

/** Where the test's store is. */
const shop = placeOf({ latitude: 37.8, longitude: -122.27 })
const send = (body: unknown, { token } = ann) => ask(site.url('/community/posts'), { token, body })
const good = { kind: 'intel', text: 'Ten pairs by the till' }
const edit = (id: string, text: string, { token } = ann) =>
  ask(site.url(`/community/posts/${id}`), { method: 'PATCH', token, body: { text } })
const takeBack = (id: string, { token } = ann) => site.act('DELETE', `/community/posts/${id}`, { token })

async function photo({ token } = ann): Promise<string> {
  const image = (await photoOf()).toString('base64')
  const answer = await ask(site.url('/photos'), { token, body: { image } })
  return (await answer.json()).id
}

test('a post says what, by whom, about which pairs and shop, with pictures, and is its author’s own', async () => {
  const photoId = await photo()
  const made = await site.post(ann.token, {
    ...{ kind: 'line', text: ' Forty people \r\n ', store_id: catalog.storeId },
    ...{ sneaker_ids: [catalog.sneakerId], photo_ids: [photoId] },
  })
  expect(made).toMatchObject({
    ...{ kind: 'line', text: 'Forty people', anonymous: false, gone: false, hidden: false },
    ...{ author: { id: ann.id, username: 'ann' }, store: { id: catalog.storeId }, cell: null },
    ...{ sneakers: [{ id: catalog.sneakerId }], photos: [{ id: photoId }], group_id: null },
    ...{ likes: 0, up: 0, down: 0, replies: 0, root_id: null, parent_id: null, edited_at: null },
  })
  expect(made.mine).toEqual({ liked: false, saved: false, vote: 0, author: true })
  const read = await site.read(made.id)
  expect(read).toEqual({ ...made, mine: { ...made.mine, author: false } })
})

test('markup in a text is text, and comes back as it was typed', async () => {
  const text = '<script>alert(1)</script> <b>bold</b> & [link](javascript:alert(1))'
  expect((await site.post(ann.token, { text })).text).toBe(text)
})

test('an anonymous post names nobody to anybody, and is its author’s own to that one alone', async () => {
  const made = await site.post(ann.token, { anonymous: true, cell: shop.area })
  const seen = await ask(site.url(`/community/posts/${made.id}`), { token: ben.token })
  const text = await seen.text()
  for (const secret of [ann.id, '"ann"']) expect(text).not.toContain(secret)
  expect(made.mine.author).toBe(true)
  expect(JSON.parse(text)).toMatchObject({
    author: { pseudonym: expect.any(String) },
    mine: { author: false },
  })
  const own = await ask(site.url('/users/ann/posts'), {})
  expect(await own.text()).not.toContain(made.id)
  const elsewhere = await site.post(ann.token, { anonymous: true })
  const again = await site.reply(ann.token, made.id, { anonymous: true })
  expect(again.author).toEqual(made.author)
  expect(elsewhere.author).not.toBeNull()
})

test('the cell that a device sent is nowhere: not in the answer, nor in any row of the post', async () => {
  const made = await site.post(ann.token, { cell: shop.area })
  expect(made).toMatchObject({ cell: shop.city, place_name: 'Oakland' })
  const [row] = await web.db.app<{ text: string }[]>`
    select p::text as text from app.post p where id = ${made.id}`
  expect(row?.text).not.toContain(String(BigInt(`0x${shop.area}`)))
  expect(row?.text).toContain(String(BigInt(`0x${shop.city}`)))
})

test('a check-in is at the shop, or is none', async () => {
  const at = { store_id: catalog.storeId, cell: shop.street }
  expect((await send({ ...good, ...at })).status).toBe(201)
  // Around the corner, where one could post from, and not be at the shop.
  const [corner] = gridRing(shop.street, 2)
  const far = await send({ ...good, ...at, cell: corner })
  expect(await problemOf(far)).toMatchObject({ status: 403, code: 'cell.far' })
  const nowhere = await send({ ...good, cell: shop.street })
  expect(await problemOf(nowhere)).toMatchObject({ status: 422, code: 'cell.invalid' })
})

test('from far away one reads: a post in another city is refused, and nothing of it stays', async () => {
  const traveller = await register(web.origin, 'traveller')
  await site.post(traveller.token, { cell: shop.area })
  const brooklyn = placeOf({ latitude: 40.7195, longitude: -73.9613 })
  const refused = await send({ ...good, cell: brooklyn.area }, traveller)
  expect(await problemOf(refused)).toMatchObject({ status: 403, code: 'cell.far' })
  const rows = await web.db.app`select 1 from app.post where member_id = ${traveller.id}`
  expect(rows).toHaveLength(1)
})

test('what is no post is refused by the name of what is wrong', async () => {
  const unknown = uuidv7()
  const wrong: [object, string][] = [
    [{ text: '' }, 'input.invalid'],
    [{ text: 'x'.repeat(MOST_TEXT + 1) }, 'input.invalid'],
    [{ text: 'pay \u202eeno' }, 'input.invalid'],
    [{ text: 'a\0b' }, 'input.invalid'],
    [{ text: 'my card 4111 1111 1111 1111' }, 'input.card-number'],
    [{ kind: 'advert' }, 'input.invalid'],
    [{ cell: 'somewhere' }, 'input.invalid'],
    [{ cell: '8fffffffffffff5' }, 'cell.invalid'],
    [{ cell: shop.city }, 'cell.invalid'],
    [{ cell: shop.door }, 'cell.invalid'],
    [{ latitude: 37.8 }, 'input.invalid'],
    [{ store_id: unknown }, 'catalog.unknown'],
    [{ sneaker_ids: [catalog.sneakerId, unknown] }, 'catalog.unknown'],
    [{ sneaker_ids: [catalog.sneakerId, catalog.sneakerId] }, 'input.invalid'],
    [{ sneaker_ids: Array.from({ length: 6 }, () => uuidv7()) }, 'input.invalid'],
    [{ photo_ids: [unknown] }, 'post.photo'],
  ]
  const before = await web.db.app`select id from app.post`
  for (const [change, code] of wrong) {
    const problem = await problemOf(await send({ ...good, ...change }))
    expect([change, problem.code, problem.status]).toEqual([change, code, 422])
  }
  expect(await web.db.app`select id from app.post`).toEqual(before)
  expect((await problemOf(await ask(site.url('/community/posts'), { body: good }))).code).toBe(
    'auth.required',
  )
})

test('a picture shows one thing: neither another member’s nor one that is shown already can be taken', async () => {
  const [own, others] = [await photo(), await photo(ben)]
  expect((await problemOf(await send({ ...good, photo_ids: [others] }))).code).toBe('post.photo')
  await site.post(ann.token, { photo_ids: [own] })
  expect((await problemOf(await send({ ...good, photo_ids: [own] }))).code).toBe('post.photo')
})

test('an author changes the words, and when is shown; nobody else does', async () => {
  const made = await site.post(ann.token)
  expect((await (await edit(made.id, made.text)).json()).edited_at).toBeNull()
  const changed = await (await edit(made.id, 'Sold out')).json()
  expect(changed).toMatchObject({ text: 'Sold out', edited_at: expect.any(String) })
  expect(await problemOf(await edit(made.id, 'Mine now', ben))).toMatchObject({
    status: 403,
    code: 'post.not-yours',
  })
  expect((await problemOf(await edit(uuidv7(), 'x'))).code).toBe('post.not-found')
  expect((await site.read(made.id)).text).toBe('Sold out')
})

test('what nobody answered is deleted with its pictures when its author takes it back', async () => {
  const photoId = await photo()
  const made = await site.post(ann.token, { photo_ids: [photoId] })
  expect((await problemOf(await takeBack(made.id, ben))).code).toBe('post.not-yours')
  expect((await takeBack(made.id)).status).toBe(204)
  for (const path of [`/community/posts/${made.id}`, `/photos/${photoId}`])
    expect((await ask(site.url(path))).status).toBe(404)
  expect((await problemOf(await takeBack(made.id))).code).toBe('post.not-found')
})

test('what others answered stays in its place without a word, and can be neither answered nor voted on any more', async () => {
  const made = await site.post(ann.token, { store_id: catalog.storeId, sneaker_ids: [catalog.sneakerId] })
  const reply = await site.reply(ben.token, made.id)
  expect((await takeBack(made.id)).status).toBe(204)
  expect(await site.read(made.id, ann.token)).toMatchObject({
    ...{ gone: true, text: '', author: null, store: null, sneakers: [], photos: [], cell: null },
    ...{ replies: 1, mine: { author: false } },
  })
  expect((await site.page(`/community/posts/${made.id}/replies`)).items.map(({ id }) => id)).toEqual([
    reply.id,
  ])
  const token = ben.token
  const acts = [
    ask(site.url(`/community/posts/${made.id}/replies`), { token, body: { text: 'More' } }),
    ask(site.url(`/community/posts/${reply.id}/replies`), { token, body: { text: 'More' } }),
    site.act('PUT', `/community/posts/${made.id}/vote`, { token, body: { value: 1 } }),
    edit(made.id, 'Back'),
    takeBack(made.id),
  ]
  for (const act of acts) expect((await problemOf(await act)).code).toBe('post.gone')
})

test('what is kept back is its author’s and nobody else’s to read, and holds its place where it was answered', async () => {
  const made = await site.post(ann.token)
  const reply = await site.reply(ann.token, made.id, { text: 'Rude words' })
  const answer = await site.reply(ben.token, reply.id)
  const lonely = await site.reply(ann.token, made.id, { text: 'More of them' })
  await web.db.app`update app.post set hidden_at = now() where id = any(${[reply.id, lonely.id]})`
  const path = `/community/posts/${made.id}/replies`
  expect((await site.all(`${path}?limit=2`)).sort()).toEqual([reply.id, answer.id].sort())
  expect((await site.all(`${path}?limit=2`, ann.token)).length).toBe(3)
  const held = await site.read(reply.id, ben.token)
  expect(held).toMatchObject({ hidden: true, gone: true, text: '', author: null })
  expect(await site.read(reply.id, ann.token)).toMatchObject({
    hidden: true,
    gone: false,
    text: 'Rude words',
  })
  await web.db.app`update app.post set hidden_at = now() where id = ${made.id}`
  for (const token of [ben.token, undefined])
    expect((await ask(site.url(`/community/posts/${made.id}`), { token: token ?? '' })).status).toBe(404)
  expect((await site.read(made.id, ann.token)).hidden).toBe(true)
})
