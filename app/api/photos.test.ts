import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { photoKeys } from '../../adapters/photos/store.ts'
import { Retryable } from '../../core/errors.ts'
import { MAX_PHOTO_BYTES } from '../../core/photo/limits.ts'
import { photoShape } from '../../core/photo/shape.ts'
import { restockShape } from '../../core/restock/shape.ts'
import { setRole } from '../../db/members/role.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { addCatalog } from '../../test/support/members.ts'
import { photoOf } from '../../test/support/photo.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
let ann: string
let ben: string
let restockId: string
beforeAll(async () => {
  web = await startTestWeb()
  ann = (await register(web.origin, 'ann')).token
  ben = (await register(web.origin, 'ben')).token
  const { sneakerId: sneaker_id, storeId: store_id } = await addCatalog(web.db.app)
  const made = await ask(api('/restocks'), { body: { sneaker_id, store_id, size: '10' }, token: ann })
  restockId = restockShape.parse(await made.json()).id
})
afterAll(() => web.close())

const api = (path: string) => `${web.origin}/api${path}`
type Sent = { token?: string; id?: string; headers?: Record<string, string> }
const show = (image: Uint8Array, { token = ann, id = restockId, headers = {} }: Sent = {}) =>
  ask(api(`/restocks/${id}/photos`), {
    ...{ body: { image: Buffer.from(image).toString('base64') }, token, headers },
  })

test('a photo of a restock is shown with it, as a picture that may be kept and can do nothing else', async () => {
  const response = await show(await photoOf())
  expect(response.status).toBe(201)
  const photo = photoShape.parse(await response.json())
  expect(photo).toMatchObject({ width: 40, height: 30 })
  const restock = restockShape.parse(await (await ask(api(`/restocks/${restockId}`))).json())
  expect(restock.photos).toEqual([photo])
  const picture = await ask(api(`/photos/${photo.id}`))
  expect(Object.fromEntries(picture.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=86400, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(await sharp(await picture.arrayBuffer()).metadata()).toMatchObject({ format: 'webp', width: 40 })
  expect(await problemOf(await ask(api(`/photos/${restockId}`)))).toMatchObject({ code: 'photo.not-found' })
})

test('of a place that a camera wrote into it no byte is stored', async () => {
  const gps = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '40/1 43/1 10/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '73/1 57/1 40/1',
  }
  const exif = { IFD0: { Make: 'Lumenwerk' }, IFD3: gps }
  const photo = await photoOf((image) => image.jpeg().withExif(exif))
  const place = Buffer.from([40, 0, 0, 0, 1, 0, 0, 0, 43, 0, 0, 0])
  expect([photo.includes('Lumenwerk'), photo.includes(place)]).toEqual([true, true])
  const { id } = photoShape.parse(await (await show(photo)).json())
  for (const key of Object.values(photoKeys(id))) {
    const kept = Buffer.from((await web.api.photos.get(key)) ?? 'Exif')
    for (const part of ['Lumenwerk', 'Exif', 'EXIF', place]) expect(kept.includes(part)).toBe(false)
  }
})

/** A post of Ann's that shows the photo. */
async function postWith(photoId: string): Promise<string> {
  const body = { kind: 'intel', text: 'Look', photo_ids: [photoId] }
  const made = await ask(api('/community/posts'), { body, token: ann })
  return z.object({ id: z.uuid() }).parse(await made.json()).id
}

test('a photo for a post is its member’s alone until a post shows it, and has a small one', async () => {
  const image = Buffer.from(await photoOf((each) => each.resize(800, 600, { fit: 'fill' }).jpeg()))
  const sent = await ask(api('/photos'), { body: { image: image.toString('base64') }, token: ann })
  expect(sent.status).toBe(201)
  const { id } = photoShape.parse(await sent.json())
  for (const path of [`/photos/${id}`, `/photos/${id}/thumb`])
    for (const token of [undefined, ben])
      expect((await ask(api(path), token === undefined ? {} : { token })).status).toBe(404)
  const own = await ask(api(`/photos/${id}`), { token: ann })
  expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  const postId = await postWith(id)
  const thumb = await ask(api(`/photos/${id}/thumb`))
  expect(thumb.headers.get('content-type')).toBe('image/webp')
  expect(await sharp(await thumb.arrayBuffer()).metadata()).toMatchObject({ width: 320, height: 240 })
  expect(await sharp(await (await ask(api(`/photos/${id}`))).arrayBuffer()).metadata()).toMatchObject({
    width: 800,
  })
  const none = await ask(api(`/photos/${restockId}/thumb`))
  expect(await problemOf(none)).toMatchObject({ code: 'photo.not-found' })
  // Hidden with its post, but for its author and those who judge it.
  await web.db.app`update app.post set hidden_at = now() where id = ${postId}`
  const asBen = async () => (await ask(api(`/photos/${id}`), { token: ben })).status
  expect([(await ask(api(`/photos/${id}`))).status, await asBen()]).toEqual([404, 404])
  expect((await ask(api(`/photos/${id}`), { token: ann })).status).toBe(200)
  await setRole(web.db.app, 'ben', 'moderator')
  expect(await asBen()).toBe(200)
  await setRole(web.db.app, 'ben', 'member')
})

test('a photo of before, in its row, is shown as it is', async () => {
  const webp = await photoOf((each) => each.webp())
  const [row] = await web.db.app<{ id: string }[]>`
    insert into app.photo (id, member_id, webp, width, height, created_at)
    select gen_random_uuid(), id, ${webp}, 40, 30, now() from app.member where username = 'ann' returning id`
  await postWith(row?.id ?? '')
  for (const path of [`/photos/${row?.id}`, `/photos/${row?.id}/thumb`])
    expect(Buffer.from(await (await ask(api(path))).arrayBuffer())).toEqual(webp)
})

test('what the store cannot take now is no photo, and its member may send it again', async () => {
  const { put } = web.api.photos
  web.api.photos.put = () => Promise.reject(new Retryable({ code: 'photo.store', message: 'Full.' }))
  const image = (await photoOf()).toString('base64')
  const send = () => ask(api('/photos'), { body: { image }, token: ann })
  const refused = await send()
  web.api.photos.put = put
  expect(await problemOf(refused)).toMatchObject({ code: 'photo.store', status: 503 })
  expect((await send()).status).toBe(201)
})

test('only who reported or confirmed it shows it', async () => {
  expect(await problemOf(await show(await photoOf(), { token: ben }))).toMatchObject({
    code: 'photo.not-witness',
  })
  await ask(api(`/restocks/${restockId}/confirm`), { method: 'POST', token: ben })
  expect((await show(await photoOf(), { token: ben })).status).toBe(201)
})

test('a request sent twice under one key is one photo', async () => {
  const headers = { 'idempotency-key': 'one-photo' }
  const image = await photoOf((each) => each.png())
  const ids = []
  for (let n = 0; n < 2; n++) ids.push((await (await show(image, { token: ben, headers })).json()).id)
  expect(ids[0]).toBe(ids[1])
})

test('a restock has three of each member, also of those that come at once', async () => {
  const image = await photoOf()
  const all = await Promise.all(Array.from({ length: 4 }, () => show(image)))
  expect(all.map(({ status }) => status).sort()).toEqual([201, 429, 429, 429])
})

test('what is no picture is refused, and what is larger than 8 MB before it is read', async () => {
  expect(await problemOf(await show(Buffer.from('<svg/>')))).toMatchObject({ code: 'photo.unreadable' })
  for (const bytes of [MAX_PHOTO_BYTES + 4096, 50_000_000]) {
    const large = await show(Buffer.alloc(bytes))
    expect(await problemOf(large)).toMatchObject({ code: 'input.too-large' })
  }
})

test('digits that are pixels are no card number; beside them they are', async () => {
  const image = `${'/9j/'}${'4111111111111111'}`
  const send = (body: object) => ask(api(`/restocks/${restockId}/photos`), { body, token: ann })
  expect(await problemOf(await send({ image }))).toMatchObject({ code: 'photo.unreadable' })
  const refused = { code: 'input.card-number' }
  expect(await problemOf(await send({ image, note: '4111111111111111' }))).toMatchObject(refused)
  expect(await problemOf(await send({ image: '4111111111111111' }))).toMatchObject(refused)
})

test('a photo goes with its member', async () => {
  const cat = await register(web.origin, 'cat')
  await ask(api(`/restocks/${restockId}/confirm`), { method: 'POST', token: cat.token })
  const { id } = photoShape.parse(await (await show(await photoOf(), { token: cat.token })).json())
  const gone = () => web.db.app`select 1 from app.photo_gone where photo_id = ${id}`
  expect(await gone()).toHaveLength(0)
  const body = { password: 'seven green lamps at dawn' }
  expect((await ask(api('/me'), { method: 'DELETE', body, token: cat.token })).status).toBe(204)
  expect((await ask(api(`/photos/${id}`))).status).toBe(404)
  // Its picture is the workers' to take out.
  expect(await gone()).toHaveLength(1)
  const restock = restockShape.parse(await (await ask(api(`/restocks/${restockId}`))).json())
  expect(restock.photos.map((photo) => photo.id)).not.toContain(id)
})
