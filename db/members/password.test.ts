import { expect, test } from 'vitest'
import { databaseForTest } from '../../test/support/database.ts'
import { addMember } from '../../test/support/members.ts'
import { readPassword, rehash } from './password.ts'

test('a new hash of the old password does not undo a change of the password', async () => {
  const { app } = await databaseForTest()
  const { id } = await addMember(app, 'quick')
  await app`update app.member set password_hash = 'of the new one' where id = ${id}`
  await rehash(app, { id, stored: 'of the old one', fresh: 'of the old one, made anew' })
  expect(await readPassword(app, id)).toBe('of the new one')
  await rehash(app, { id, stored: 'of the new one', fresh: 'made anew' })
  expect(await readPassword(app, id)).toBe('made anew')
})
