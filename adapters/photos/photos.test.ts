import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { s3Keys, startS3, type TestS3 } from '../../test/support/s3.ts'
import { openDiskPhotos } from './disk.ts'
import { openPhotos } from './open.ts'
import { openS3Photos } from './s3.ts'
import { type PhotoStore, photoKeys } from './store.ts'

const bytes = (...values: number[]) => new Uint8Array(values)

/** What holds of every store; `open` gives another process's view of the same one. */
function conforms(open: () => PhotoStore): void {
  test('a picture is read as it was written, by every process', async () => {
    const [{ full, thumb }, whole] = [photoKeys(uuidv7()), bytes(...Array(256).keys())]
    await open().put(full, whole)
    await open().put(thumb, bytes(1))
    expect(await open().get(full)).toEqual(whole)
    expect(await open().get(thumb)).toEqual(bytes(1))
  })

  test('writing again replaces it', async () => {
    const { full } = photoKeys(uuidv7())
    await open().put(full, bytes(1, 2, 3))
    await open().put(full, bytes(4))
    expect(await open().get(full)).toEqual(bytes(4))
  })

  test('what was removed, or never was, is not there, and can be removed again', async () => {
    const [{ full, thumb }, store] = [photoKeys(uuidv7()), open()]
    await store.put(full, bytes(1))
    await store.put(thumb, bytes(2))
    for (let twice = 0; twice < 2; twice++) await store.remove(full)
    expect(await store.get(full)).toBeUndefined()
    expect(await store.get(thumb)).toEqual(bytes(2))
    expect(await store.get(uuidv7())).toBeUndefined()
  })

  test('many at once do not disturb each other', async () => {
    const store = open()
    const ids = Array.from({ length: 20 }, () => uuidv7())
    await Promise.all(ids.map((id, nth) => store.put(id, bytes(nth, 7))))
    const read = await Promise.all(ids.map((id) => store.get(id)))
    expect(read).toEqual(ids.map((_, nth) => bytes(nth, 7)))
  })

  test('no key leads out of the store', async () => {
    const store = open()
    for (const key of [
      '',
      '..',
      `../${uuidv7()}`,
      `${uuidv7()}/x`,
      `${uuidv7()}?acl`,
      uuidv7().toUpperCase(),
    ])
      for (const use of [() => store.put(key, bytes(1)), () => store.get(key), () => store.remove(key)])
        await expect(use(), key).rejects.toThrow(RangeError)
  })
}

describe('in a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-photos-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  conforms(() => openDiskPhotos(join(folder, 'photos')))

  test('no draft is left of what was written, and none of what could not be', async () => {
    const own = join(folder, 'own')
    const [first, second] = [uuidv7(), uuidv7()]
    await openDiskPhotos(own).put(first, bytes(1))
    mkdirSync(join(own, second.slice(34), `${second}.webp`), { recursive: true })
    await expect(openDiskPhotos(own).put(second, bytes(1))).rejects.toMatchObject({ code: 'photo.store' })
    const files = readdirSync(own, { recursive: true }).map(String)
    expect(files.filter((name) => !name.endsWith('.webp') && name.length > 2)).toEqual([])
  })

  test('a folder that is none is said to be none', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const store = openDiskPhotos(file)
    await expect(store.put(uuidv7(), bytes(1))).rejects.toMatchObject({ code: 'photo.store' })
    await expect(store.get(uuidv7())).rejects.toMatchObject({ code: 'photo.store' })
  })
})

describe('in a bucket that checks each signature', () => {
  let s3: TestS3
  beforeAll(async () => {
    s3 = await startS3()
  })
  beforeEach(() => {
    s3.faults.length = 0
  })
  afterAll(() => s3.close())
  const open = (change: Partial<Parameters<typeof openS3Photos>[0]> = {}) =>
    openS3Photos({ url: s3.url, ...s3Keys, ...change })
  conforms(open)

  test('other keys, another region and another bucket are refused for good', async () => {
    for (const change of [{ secret: 'another' }, { keyId: 'AKIDOTHER' }, { region: 'us-east-1' }])
      await expect(open(change).put(uuidv7(), bytes(1))).rejects.toMatchObject({
        name: 'Final',
        code: 'photo.store',
        fix: expect.stringContaining('PHOTOS_S3_SECRET'),
      })
    const url = s3.url.replace('pictures', 'other')
    await expect(open({ url }).put(uuidv7(), bytes(1))).rejects.toMatchObject({ name: 'Final' })
  })

  test('the server of this test sees what was changed on the way', async () => {
    const id = uuidv7()
    await open().put(id, bytes(1))
    const there = `${s3.url}/${id}.webp`
    for (const authorization of [undefined, 'AWS4-HMAC-SHA256 Credential=x'])
      expect((await fetch(there, { headers: authorization ? { authorization } : {} })).status).toBe(403)
  })

  test('what a bucket cannot do just now is tried again', async () => {
    s3.faults.push(503, 500)
    const id = uuidv7()
    await open().put(id, bytes(9))
    s3.faults.push(429)
    expect(await open().get(id)).toEqual(bytes(9))
  })

  test('a bucket that is away is said to be, and has not got the picture', async () => {
    s3.faults.push(503, 503, 503, 503)
    const id = uuidv7()
    await expect(open().put(id, bytes(1))).rejects.toMatchObject({ name: 'Retryable', code: 'photo.store' })
    s3.faults.push(0)
    await expect(open().get(id)).rejects.toMatchObject({ name: 'Retryable' })
    expect(await open().get(id)).toBeUndefined()
  })

  test('the settings choose it, and are asked for as a whole', async () => {
    const settings = { PHOTOS_DIR: '/nowhere', PHOTOS_S3_URL: s3.url, PHOTOS_S3_REGION: s3Keys.region }
    const keys = { PHOTOS_S3_KEY_ID: s3Keys.keyId, PHOTOS_S3_SECRET: s3Keys.secret }
    const id = uuidv7()
    await openPhotos({ ...settings, ...keys }).put(id, bytes(3))
    expect(s3.objects.get(`${id}.webp`)).toEqual(Buffer.from([3]))
    expect(() => openPhotos({ ...settings, PHOTOS_S3_KEY_ID: 'x' })).toThrow('without')
    const folder = mkdtempSync(join(tmpdir(), 'snpd-photos-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    await openPhotos({ PHOTOS_DIR: folder, PHOTOS_S3_REGION: 'x' }).put(id, bytes(4))
    expect(readdirSync(join(folder, id.slice(34)))).toEqual([`${id}.webp`])
  })
})
