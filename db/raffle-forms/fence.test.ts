import { expect, test } from 'vitest'
import { databaseForTest } from '../../test/support/database.ts'
import { conformFence } from '../../test/support/entry-fence.ts'
import { addMember } from '../../test/support/members.ts'
import { openEntryFence } from './fence.ts'

const draw = 'https://shop.example/draw'

test("the workers' fence stands between a member and a second entry", async () => {
  const { app } = await databaseForTest()
  const { id: memberId } = await addMember(app, 'kim')
  await conformFence(async () => openEntryFence(app, { memberId, draw }))
})

test('another member, and another draw, have a fence of their own', async () => {
  const { app } = await databaseForTest()
  const [kim, lee] = [await addMember(app, 'kim'), await addMember(app, 'lee')]
  await openEntryFence(app, { memberId: kim.id, draw }).raise({ title: 'T', cookies: [] })
  expect(await openEntryFence(app, { memberId: lee.id, draw }).read()).toBeUndefined()
  await openEntryFence(app, { memberId: kim.id, draw: `${draw}/2` }).raise({ title: 'T', cookies: [] })
})

test('one who left enters nothing any more', async () => {
  const { app } = await databaseForTest()
  const { id: memberId } = await addMember(app, 'kim')
  await app`update app.member set username = null, deleted_at = now() where id = ${memberId}`
  await expect(openEntryFence(app, { memberId, draw }).raise({ title: 'T', cookies: [] })).rejects.toThrow(
    'deleted',
  )
})
