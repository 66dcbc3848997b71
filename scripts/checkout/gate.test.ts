import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { enter, gateSuite, shopOrigin, visitorFor } from '../../test/support/gate-suite.ts'
import { openDiskGate } from './gate.ts'

const origin = shopOrigin
const folderFor = () => mkdtempSync(join(tmpdir(), 'snpd-gate-'))
/** Above what Linux gives out. */
const NOBODY = '99999999'

/** Two runs of one person, each with a journal of its own. */
async function world() {
  const shared = folderFor()
  const [here, there] = [openDiskGate(shared, folderFor()), openDiskGate(shared, folderFor())]
  const folder = join(shared, `snpd-shops-${process.getuid?.()}`)
  const find = (end: string) => join(folder, readdirSync(folder).find((name) => name.endsWith(end)) ?? '')
  return { here, there, find }
}

gateSuite(world)

test('who died in line holds nobody up', async () => {
  const { here, there, find } = await world()
  const lease = await enter(here)
  await here.ask(origin, visitorFor('finish'))
  const line = find('.line')
  const [ticket = ''] = readdirSync(line)
  writeFileSync(join(line, ticket), NOBODY)
  await lease.leave()
  await (await enter(there)).leave()
})

test('the lock of a process that is gone is taken over, and so is that of one that sleeps', async () => {
  const { here, find } = await world()
  const dead = await enter(here)
  writeFileSync(find('.lock'), `${NOBODY} somebody`)
  const asleep = await enter(here)
  await dead.leave()
  const patient = visitorFor()
  expect((await here.ask(origin, patient)).kind).toBe('wait')
  const longAgo = new Date(Date.now() - 11_000)
  utimesSync(find('.lock'), longAgo, longAgo)
  const next = await enter(here, patient)
  // The sleeper wakes up and leaves: what is another's by now stays.
  await asleep.leave()
  expect((await here.ask(origin, visitorFor('finish'))).kind).toBe('wait')
  await next.leave()
})

test('a memory that cannot be read is one of a shop that nobody has been to', async () => {
  const { here, find } = await world()
  await (await enter(here)).leave()
  writeFileSync(find('.json'), '{"left":')
  await (await enter(here)).leave()
})

test('a folder that somebody else could write to, or put there, is not used', async () => {
  const elsewhere = folderFor()
  for (const spoil of [
    (folder: string) => {
      mkdirSync(folder)
      chmodSync(folder, 0o777)
    },
    (folder: string) => symlinkSync(elsewhere, folder),
  ]) {
    const [shared, own] = [folderFor(), folderFor()]
    const folder = join(shared, `snpd-shops-${process.getuid?.()}`)
    spoil(folder)
    const answer = await openDiskGate(shared, own).ask(origin, visitorFor())
    if (answer.kind === 'in') await answer.lease.leave()
    expect(readdirSync(folder)).toEqual([])
    expect(readdirSync(own)).toEqual(['shops'])
  }
})
