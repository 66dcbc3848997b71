import { expect, test } from 'vitest'
import { roleOf } from '../db/members/role.ts'
import { run } from '../test/support/cli.ts'
import { databaseForTest } from '../test/support/database.ts'
import { addMember } from '../test/support/members.ts'

async function site() {
  const { app, appUrl } = await databaseForTest()
  const members = (...args: string[]) => run('scripts/members.ts', args, { APP_DATABASE_URL: appUrl }).ended
  return { app, members }
}

test('a member is given a role and loses it again, named in any case', async () => {
  const { app, members } = await site()
  const { id } = await addMember(app, 'Mia')
  expect(await roleOf(app, id)).toBe('member')
  expect(await members('role', 'mia', 'moderator')).toMatchObject({
    code: 0,
    out: 'Mia is moderator from now on.\n',
  })
  expect(await roleOf(app, id)).toBe('moderator')
  await members('role', 'MIA', 'member')
  expect(await roleOf(app, id)).toBe('member')
})

test('the list shows who has a role first, and nothing private', async () => {
  const { app, members } = await site()
  await addMember(app, 'ann')
  await addMember(app, 'ben')
  await app`update app.member set email = username || '@private.test'`
  await members('role', 'ann', 'admin')
  const { out } = await members('list')
  expect(out).toMatch(/^ann +admin +since \d{4}-\d\d-\d\d\nben +member +since \d{4}-\d\d-\d\d\n$/)
})

test.each([
  [['role', 'nobody', 'admin'], /^There is no member "nobody"/],
  [['role', 'ann', 'king'], /Usage: npm run members/],
  [['role', 'ann'], /Usage: npm run members/],
  [['list', 'more'], /Usage: npm run members/],
  [['--king'], /Usage: npm run members/],
  [[], /Usage: npm run members/],
])('%j is refused in one sentence', async (args, sentence) => {
  const { members } = await site()
  const { code, err } = await members(...args)
  expect(code).toBe(1)
  expect(err).toMatch(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('no role but these can stand in the table', async () => {
  const { app } = await site()
  const { id } = await addMember(app, 'ann')
  await expect(app`update app.member set role = 'king' where id = ${id}`).rejects.toThrow(/role/)
})
