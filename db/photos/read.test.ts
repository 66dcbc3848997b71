import { expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { addFounder, found, joinAll } from '../../test/support/groups.ts'
import { addMember } from '../../test/support/members.ts'
import { createPost } from '../posts/create.ts'
import { promisePhoto } from './promise.ts'
import { findPhoto, isPublic, seesPhoto } from './read.ts'
import { sendPhoto } from './send.ts'

const now = new Date('2026-11-20T12:00:00Z')

test('a photo in a group is seen by whoever may read the group', async () => {
  const database = await databaseForTest()
  const { app } = database
  const owner = await addFounder(database, 'owner', now)
  const [ann, eve] = [await addMember(app, 'ann'), await addMember(app, 'eve')]
  const group = await found(database, { by: owner, name: 'Pictures', now })
  await joinAll(database, group, { members: [ann], now })
  const id = await promisePhoto(app, now)
  await sendPhoto(app, { id, memberId: owner.id, width: 1, height: 1, now })
  const input = { kind: 'intel' as const, text: 'Look', group_id: group.id, photo_ids: [id] }
  await createPost(app, { memberId: owner.id, input, now })
  const photo = await findPhoto(app, id)
  if (!photo) throw new Error('no photo')
  expect(isPublic(photo)).toBe(false)
  const seen = () =>
    Promise.all([owner.id, ann.id, eve.id, null].map((memberId) => seesPhoto(app, { photo, memberId, now })))
  expect(await seen()).toEqual([true, true, true, true])
  await app`update app.cook_group set access = 'invite' where id = ${group.id}`
  expect(await seen()).toEqual([true, true, false, false])
  expect(await findPhoto(app, uuidv7())).toBeUndefined()
})
