import { expect, test } from 'vitest'
import type { Lease } from '../../adapters/retailers/gate.ts'
import { openStay } from '../../adapters/retailers/stay.ts'
import { uuidv7 } from '../../core/id.ts'
import { FULL } from '../../core/manners/budget.ts'
import type { Purpose, Visitor } from '../../core/manners/visitor.ts'
import { connect } from '../../db/client.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { openOriginGate } from './gate.ts'

const origin = 'https://shop.example'
const visitor = (purpose: Purpose = 'checkout', order = 0): Visitor => ({ id: uuidv7(), purpose, order })

/** Two processes: they share nothing but Postgres. */
async function world() {
  const { app: sql, appUrl } = await databaseForTest()
  const other = connect(appUrl, { name: 'other', max: 2 })
  const [here, there] = [openOriginGate(sql), openOriginGate(other)]
  const enter = async (gate = here, who = visitor(), at = origin): Promise<Lease> => {
    const answer = await gate.ask(at, who)
    if (answer.kind === 'wait') throw new Error(`the gate is closed: ${answer.why}`)
    return answer.lease
  }
  /** As if the holder had died so long ago that its lease ran out. */
  const expire = () => sql`update app.shop_origin set until = now() where origin = ${origin}`
  return { sql, here, there, enter, expire, close: () => other.end({ timeout: 2 }) }
}

test('one at a time, whatever process asks; another shop has a gate of its own', async () => {
  const { here, there, enter, close } = await world()
  const lease = await enter(here)
  expect(await there.ask(origin, visitor())).toMatchObject({ kind: 'wait', why: 'busy' })
  await (await enter(there, visitor(), 'https://other.example')).leave()
  await lease.leave()
  expect(lease.isHeld()).toBe(false)
  const asked = await Promise.all(
    [here, there, here, there].map((gate) => gate.ask(origin, visitor('finish'))),
  )
  expect(asked.filter(({ kind }) => kind === 'in')).toHaveLength(1)
  await close()
})

test('in line: who finishes before who begins before who only looks, then by order, then who came first', async () => {
  const { here, there, enter, close } = await world()
  const first = await enter()
  const [look, late, early, urgent, again] = [
    visitor('monitor'),
    visitor('checkout', 2),
    visitor('checkout', 2),
    visitor('checkout', 1),
    visitor('finish'),
  ]
  const line = [look, early, late, urgent, again]
  for (const who of line) await there.ask(origin, who)
  await first.leave()
  const seen: Visitor[] = []
  while (seen.length < line.length)
    for (const who of line.filter((one) => !seen.includes(one))) {
      const answer = await here.ask(origin, who)
      if (answer.kind === 'wait') continue
      seen.push(who)
      await answer.lease.leave()
    }
  expect(seen.map(({ id }) => id)).toEqual([again, urgent, early, late, look].map(({ id }) => id))
  await close()
})

test('who stopped asking holds nobody up', async () => {
  const { sql, here, enter, close } = await world()
  const lease = await enter()
  await here.ask(origin, visitor('finish'))
  await lease.leave()
  const patient = visitor()
  expect((await here.ask(origin, patient)).kind).toBe('wait')
  await sql`update app.shop_visitor set seen_at = seen_at - interval '9 seconds' where rank = 0`
  await (await enter(here, patient)).leave()
  await close()
})

test('the lease of a holder that is gone runs out; one that comes back late has lost it', async () => {
  const { here, there, enter, expire, close } = await world()
  const dead = await enter(here)
  await expire()
  const next = await enter(there)
  await expect.poll(() => dead.isHeld(), { timeout: 8_000 }).toBe(false)
  expect(next.isHeld()).toBe(true)
  // Leaving late takes nothing from who is there now.
  await dead.leave()
  expect((await here.ask(origin, visitor())).kind).toBe('wait')
  await next.leave()
  await close()
}, 15_000)

test('a holder keeps its lease for as long as it stays', async () => {
  const { sql, there, enter, close } = await world()
  const lease = await enter()
  const until = async () =>
    (await sql<{ until: Date }[]>`select until from app.shop_origin where origin = ${origin}`)[0]?.until ?? 0
  const first = await until()
  await expect.poll(async () => (await until()) > first, { timeout: 8_000 }).toBe(true)
  expect(lease.isHeld()).toBe(true)
  expect((await there.ask(origin, visitor('finish'))).kind).toBe('wait')
  await lease.leave()
  await close()
}, 15_000)

test('Retry-After and Crawl-delay that one has seen bind all', async () => {
  const { here, there, enter, close } = await world()
  const lease = await enter(here)
  await lease.pushback({ status: 503, retryAfterMs: 60_000 })
  // A shorter one that is heard later does not shorten it.
  await lease.pushback({ status: 429, retryAfterMs: 1_000 })
  await lease.leave()
  const answer = await there.ask(origin, visitor('finish'))
  expect(answer).toMatchObject({ kind: 'wait', why: 'not-before' })
  expect(answer.kind === 'wait' && answer.ms).toBeGreaterThan(50_000)

  const slow = await enter(here, visitor(), 'https://slow.example')
  await slow.crawlDelay(20_000)
  await slow.leave()
  const next = await there.ask('https://slow.example', visitor('finish'))
  expect(next.kind === 'wait' && next.ms).toBeGreaterThan(15_000)
  await close()
})

test('the budget is one for all processes: what one asked is gone for the other', async () => {
  const { sql, here, there, enter, close } = await world()
  const lease = await enter(here)
  for (let asked = 0; asked < FULL * 0.75; asked++) lease.spend()
  expect(lease.due()).toBe(0)
  await lease.leave()
  expect(await there.ask(origin, visitor('monitor'))).toMatchObject({ kind: 'wait', why: 'budget' })
  const next = await enter(there)
  for (let asked = 0; asked < FULL / 2; asked++) next.spend()
  expect(next.due()).toBeGreaterThan(0)
  // Written down while it is there, not only when it leaves: a killed holder's requests count too.
  const left = async () =>
    (await sql<{ tokens: number }[]>`select tokens from app.shop_origin`)[0]?.tokens ?? 0
  await expect.poll(left, { timeout: 8_000 }).toBeLessThan(0)
  await next.leave()
  await close()
}, 15_000)

test('robots.txt is asked for once by all, and again after a day', async () => {
  const { sql, here, there, enter, close } = await world()
  const first = await enter(here)
  expect(first.robots.read()).toBeUndefined()
  await first.robots.keep('User-agent: *\0\nDisallow: /a')
  await first.leave()
  const second = await enter(there)
  expect(second.robots.read()).toBe('User-agent: *\nDisallow: /a')
  await second.robots.keep(null)
  await second.leave()
  const third = await enter(here)
  expect(third.robots.read()).toBeNull()
  await third.leave()
  await sql`update app.shop_origin set robots_at = robots_at - interval '1 day'`
  const last = await enter(there)
  expect(last.robots.read()).toBeUndefined()
  await last.leave()
  await close()
})

test('a page that lost its place waits for it; what may only go at once is cut', async () => {
  const { here, there, enter, expire, close } = await world()
  const who = visitor()
  const stay = openStay({ gate: here, visitor: who, lease: await enter(here, who) })
  await stay.pass()
  await stay.rest()
  const other = await enter(there)
  const passed: string[] = []
  const parked = stay.pass().then(() => passed.push('parked'))
  const resumed = stay.resume().then((isBack) => passed.push(`back ${isBack}`))
  expect(await stay.resume(AbortSignal.abort())).toBe(false)
  expect(passed).toEqual([])
  await other.leave()
  await Promise.all([parked, resumed])
  expect(passed.sort()).toEqual(['back true', 'parked'])

  stay.nowOrNever()
  await stay.pass()
  await expire()
  const thief = await enter(there)
  await expect.poll(() => stay.pass().then(() => 'goes', String), { timeout: 8_000 }).toContain('not go now')
  await thief.leave()
  // Coming back makes it ours again; nothing that was cut goes out then.
  expect(await stay.resume()).toBe(true)
  await stay.pass()
  await stay.leave()
  await expect(stay.pass()).rejects.toThrow()
  await close()
}, 20_000)
