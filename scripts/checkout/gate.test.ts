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
import type { OriginGate } from '../../adapters/retailers/gate.ts'
import { uuidv7 } from '../../core/id.ts'
import { FULL } from '../../core/manners/budget.ts'
import type { Purpose, Visitor } from '../../core/manners/visitor.ts'
import { openDiskGate } from './gate.ts'

const origin = 'https://shop.example'
const folderFor = () => mkdtempSync(join(tmpdir(), 'snpd-gate-'))
const visitor = (purpose: Purpose = 'checkout'): Visitor => ({ id: uuidv7(), purpose })
/** Above what Linux gives out. */
const NOBODY = '99999999'

function world() {
  const shared = folderFor()
  const [here, there] = [openDiskGate(shared, folderFor()), openDiskGate(shared, folderFor())]
  const enter = async (gate: OriginGate = here, who = visitor(), at = origin) => {
    const answer = await gate.ask(at, who)
    if (answer.kind === 'wait') throw new Error(`the gate is closed: ${answer.why}`)
    return answer.lease
  }
  const folder = join(shared, `snpd-shops-${process.getuid?.()}`)
  const find = (end: string) => join(folder, readdirSync(folder).find((name) => name.endsWith(end)) ?? '')
  return { here, there, enter, folder, find }
}

test('one run per shop and machine, whatever its journal; another shop has a gate of its own', async () => {
  const { there, enter } = world()
  const [lease, next] = [await enter(), visitor()]
  expect(await there.ask(origin, next)).toMatchObject({ kind: 'wait', why: 'busy' })
  await (await enter(there, visitor(), 'https://other.example')).leave()
  await lease.leave()
  await (await enter(there, next)).leave()
})

test('who came first goes first, and who finishes before them; one that died in line holds nobody up', async () => {
  const { here, there, enter, find } = world()
  const lease = await enter()
  const [first, second, urgent, dead] = [visitor(), visitor(), visitor('finish'), visitor('finish')]
  await here.ask(origin, dead)
  const line = find('.line')
  const [ticket = ''] = readdirSync(line)
  writeFileSync(join(line, ticket), NOBODY)
  for (const who of [first, second, urgent]) {
    await there.ask(origin, who)
    // Tickets of one millisecond would stand by their random ids.
    await expect.poll(() => Date.now()).toBeGreaterThan(Date.now())
  }
  await lease.leave()
  const seen: Visitor[] = []
  while (seen.length < 3)
    for (const who of [second, first, urgent].filter((one) => !seen.includes(one))) {
      const answer = await here.ask(origin, who)
      if (answer.kind === 'wait') continue
      seen.push(who)
      await answer.lease.leave()
    }
  expect(seen).toEqual([urgent, first, second])
})

test('the lock of a process that is gone is taken over, and so is that of one that sleeps', async () => {
  const { here, enter, find } = world()
  const dead = await enter()
  writeFileSync(find('.lock'), `${NOBODY} somebody`)
  const asleep = await enter()
  await dead.leave()
  const patient = visitor()
  expect((await here.ask(origin, patient)).kind).toBe('wait')
  const longAgo = new Date(Date.now() - 11_000)
  utimesSync(find('.lock'), longAgo, longAgo)
  const next = await enter(here, patient)
  // The sleeper wakes up and leaves: what is another's by now stays.
  await asleep.leave()
  expect((await here.ask(origin, visitor('finish'))).kind).toBe('wait')
  await next.leave()
})

test('Retry-After, Crawl-delay, the budget and robots.txt are kept from run to run', async () => {
  const { there, enter } = world()
  const first = await enter()
  await first.robots.keep('User-agent: *')
  for (let asked = 0; asked < FULL * 0.75; asked++) first.spend()
  await first.leave()
  expect(await there.ask(origin, visitor('monitor'))).toMatchObject({ kind: 'wait', why: 'budget' })
  const second = await enter(there)
  expect(second.robots.read()).toBe('User-agent: *')
  await second.pushback({ status: 429, retryAfterMs: null })
  await second.leave()
  expect(await there.ask(origin, visitor('finish'))).toMatchObject({ kind: 'wait', why: 'not-before' })
  const slow = await enter(there, visitor(), 'https://slow.example')
  await slow.crawlDelay(20_000)
  await slow.leave()
  expect(await there.ask('https://slow.example', visitor())).toMatchObject({ why: 'not-before' })
})

test('a memory that cannot be read is one of a shop that nobody has been to', async () => {
  const { enter, find } = world()
  await (await enter()).leave()
  writeFileSync(find('.json'), '{"left":')
  await (await enter()).leave()
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
    const answer = await openDiskGate(shared, own).ask(origin, visitor())
    if (answer.kind === 'in') await answer.lease.leave()
    expect(readdirSync(folder)).toEqual([])
    expect(readdirSync(own)).toEqual(['shops'])
  }
})
