import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { conformFence } from '../../test/support/entry-fence.ts'
import { openEntryJournal } from './journal.ts'

const folderFor = () => mkdtempSync(join(tmpdir(), 'snpd-draws-'))
const subject = { draw: 'https://shop.example/draw', email: 'Kim@example.org' }

test('the fence on disk stands between a person and a second entry', async () => {
  const folder = folderFor()
  await conformFence(async () => openEntryJournal(folder, subject))
  expect(readdirSync(folder)).toHaveLength(1)
})

test('one person is one however the address is written, and nobody else reads the file', async () => {
  const folder = folderFor()
  await openEntryJournal(folder, subject).raise({ title: 'T', cookies: [] })
  expect(await openEntryJournal(folder, { ...subject, email: 'kim@EXAMPLE.org' }).read()).toBeDefined()
  expect(await openEntryJournal(folder, { ...subject, email: 'lee@example.org' }).read()).toBeUndefined()
  const [file = ''] = readdirSync(folder)
  expect(statSync(join(folder, file)).mode & 0o077).toBe(0)
})
