import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Entry, openJournal } from './journal.ts'

const folderFor = () => mkdtempSync(join(tmpdir(), 'snpd-journal-'))
const url = new URL('https://shop.example/p/1?v=2')
const subject = { url, email: 'Kim@example.org' }
const review = { title: 'T', size: '10', quantity: 1, total_minor: 100, currency: 'USD', lines: [] }
const entry: Entry = {
  ...{
    state: 'ended',
    origin: url.origin,
    at: '2026-11-23T02:00:00.000Z',
    review,
    told: false,
    ticket: null,
    cookies: [],
  },
  outcome: { kind: 'ordered', number: 'A-1', total_minor: 100, currency: 'USD', evidence: 'yes' },
}

test('what was written is there for the same page and person, and for no other', () => {
  const folder = folderFor()
  openJournal(folder).write(subject, entry)
  const again = openJournal(folder)
  expect(again.read({ url: new URL(`${url.href}#top`), email: 'kim@EXAMPLE.org' })).toEqual(entry)
  expect(again.read({ ...subject, url: new URL('https://shop.example/p/1?v=3') })).toBeUndefined()
  expect(again.read({ ...subject, email: 'lee@example.org' })).toBeUndefined()
  const [file = ''] = readdirSync(folder)
  expect(statSync(join(folder, file)).mode & 0o077).toBe(0)
})

test("other orders at the shop are known, one's own is not among them", () => {
  const journal = openJournal(folderFor())
  journal.write(subject, entry)
  expect(journal.otherOrders(subject)).toEqual([])
  expect(journal.otherOrders({ ...subject, email: 'lee@example.org' })).toEqual(['A-1'])
})

test('an order is told once the person knows it, and one that is not ended never', () => {
  const journal = openJournal(folderFor())
  journal.write(subject, { ...entry, state: 'submitting', outcome: null })
  journal.markTold(subject)
  expect(journal.read(subject)?.told).toBe(false)
  journal.write(subject, entry)
  journal.markTold(subject)
  expect(journal.read(subject)?.told).toBe(true)
})

test('a file that cannot be read stops everything: it may be an order', () => {
  const folder = folderFor()
  const journal = openJournal(folder)
  journal.write(subject, entry)
  const [file = ''] = readdirSync(folder)
  writeFileSync(join(folder, file), '{"state":')
  expect(() => journal.read(subject)).toThrow('whether this was ordered before is not known')
})
