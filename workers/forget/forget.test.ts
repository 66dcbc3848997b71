import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { openDiskPhotos } from '../../adapters/photos/disk.ts'
import { type PhotoStore, photoKeys } from '../../adapters/photos/store.ts'
import { placeOf } from '../../core/cell/cell.ts'
import { sendPhoto } from '../../db/photos/send.ts'
import { exportCells } from '../../db/veil/of-member.ts'
import { notePresence } from '../../db/veil/presence.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addMember } from '../../test/support/members.ts'
import { storedPhoto } from '../../test/support/photo.ts'
import { startForgetting } from './start.ts'

const folder = mkdtempSync(join(tmpdir(), 'snpd-photos-'))
const photos = openDiskPhotos(folder)
let db: TestDatabase
let memberId: string
beforeAll(async () => {
  db = await createDatabase()
  memberId = (await addMember(db.app, 'taker')).id
})
afterAll(async () => {
  await db.close()
  rmSync(folder, { recursive: true })
})

const silent = () => undefined
const logger = { debug: silent, info: silent, warn: silent, error: silent }
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
const stored = (now: Date) => storedPhoto({ sql: db.app, photos, now: () => now })
const there = async (id: string) => {
  const { full, thumb } = photoKeys(id)
  return [await photos.get(full), await photos.get(thumb)].map((bytes) => bytes !== undefined)
}
/** Forgets until the condition holds. */
async function forgetUntil(holds: () => Promise<void>, store: PhotoStore = photos): Promise<void> {
  const running = startForgetting({ sql: db.app, logger, photos: store, pollMs: 50 })
  try {
    await vi.waitFor(holds, { timeout: 60_000, interval: 50 })
  } finally {
    await running.stop()
  }
}

test('a picture whose request broke off goes after an hour, not while it may still become a photo', async () => {
  const [old, fresh] = [await stored(hoursAgo(2)), await stored(new Date())]
  await forgetUntil(async () => expect(await there(old.id)).toEqual([false, false]))
  expect(await there(fresh.id)).toEqual([true, true])
  // Its request comes too late.
  await expect(sendPhoto(db.app, { ...old, memberId, now: new Date() })).rejects.toMatchObject({
    code: 'photo.store',
  })
})

test('a photo that no post shows goes after a day, and its picture with it', async () => {
  const [then, now] = [hoursAgo(25), new Date()]
  const old = await sendPhoto(db.app, { ...(await stored(then)), memberId, now: then })
  const fresh = await sendPhoto(db.app, { ...(await stored(now)), memberId, now })
  const shown = await sendPhoto(db.app, { ...(await stored(then)), memberId, now: then })
  const [post] = await db.app<{ id: string }[]>`
    insert into app.post (id, member_id, kind, text, hot, created_at)
    values (gen_random_uuid(), ${memberId}, 'intel', 'here', 0, now()) returning id`
  await db.app`insert into app.post_photo (post_id, photo_id) values (${post?.id ?? ''}, ${shown.id})`
  await forgetUntil(async () => expect(await there(old.id)).toEqual([false, false]))
  expect(await there(fresh.id)).toEqual([true, true])
  expect(await there(shown.id)).toEqual([true, true])
})

test('what cannot be removed now is removed later', async () => {
  const { id } = await stored(hoursAgo(2))
  let fails = 2
  const remove = (key: string) => (fails-- > 0 ? Promise.reject(new Error('away')) : photos.remove(key))
  await forgetUntil(async () => expect(await there(id)).toEqual([false, false]), { ...photos, remove })
  expect(fails).toBeLessThan(0)
})

test('every table that refers to a photo is one that keeps it', async () => {
  const rows = await db.app<{ name: string }[]>`
    select c.relname as name from pg_constraint f join pg_class c on c.oid = f.conrelid
    where f.contype = 'f' and f.confrelid = 'app.photo'::regclass order by 1`
  // A new one has to be named in dropLoosePhotos too.
  expect(rows.map(({ name }) => name)).toEqual(['post_photo', 'restock_photo', 'trade_photo'])
})

test('where a member was more than 30 days ago is forgotten', async () => {
  const { area } = placeOf({ latitude: 40.7195, longitude: -73.9613 })
  await notePresence(db.app, { memberId, cell: area, now: hoursAgo(31 * 24) })
  onTestFinished(async () => void (await db.app`delete from app.member_cell`))
  await forgetUntil(async () => expect((await exportCells(db.app, memberId)).active).toEqual([]))
})
