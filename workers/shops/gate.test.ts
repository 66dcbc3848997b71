import { expect, onTestFinished, test } from 'vitest'
import { openStay } from '../../adapters/retailers/stay.ts'
import { FULL } from '../../core/manners/budget.ts'
import { PLACE_MS } from '../../core/manners/entry.ts'
import { connect } from '../../db/client.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { enter, gateSuite, serveAll, shopOrigin, visitorFor } from '../../test/support/gate-suite.ts'
import { openOriginGate } from './gate.ts'

const origin = shopOrigin

/** Two processes: they share nothing but Postgres. */
async function world() {
  const { app: sql, appUrl } = await databaseForTest()
  const other = connect(appUrl, { name: 'other', max: 2 })
  onTestFinished(() => other.end({ timeout: 2 }))
  /** As if the holder had died so long ago that its lease ran out. */
  const expire = () => sql`update app.shop_origin set until = now() where origin = ${origin}`
  return { sql, here: openOriginGate(sql), there: openOriginGate(other), expire }
}

gateSuite(world)

test('of those that are alike in line the lower order goes first: the turn that the queue gave them', async () => {
  const { here, there } = await world()
  const first = await enter(here)
  const [late, early, urgent] = [
    visitorFor('checkout', 2),
    visitorFor('checkout', 2),
    visitorFor('checkout', 1),
  ]
  for (const who of [early, late, urgent]) await there.ask(origin, who)
  await first.leave()
  expect(await serveAll(here, [late, urgent, early])).toEqual([urgent, early, late])
})

test('who stopped asking holds nobody up', async () => {
  const { sql, here } = await world()
  const lease = await enter(here)
  await here.ask(origin, visitorFor('finish'))
  await lease.leave()
  const patient = visitorFor()
  expect((await here.ask(origin, patient)).kind).toBe('wait')
  await sql`update app.shop_visitor set seen_at = seen_at - interval '9 seconds' where rank = 0`
  await (await enter(here, patient)).leave()
})

test('who asks again when told to has kept the place, however long that was; who left the line comes last', async () => {
  const { sql, here } = await world()
  const lease = await enter(here)
  const [gone, told, next] = [visitorFor(), visitorFor(), visitorFor()]
  for (const who of [gone, told, next]) await here.ask(origin, who)
  const rest = (id: string, ms: number) => sql`
    update app.shop_visitor set seen_at = seen_at - ${ms} * interval '1 ms', since = since - ${ms} * interval '1 ms'
    where visitor = ${id}`
  await rest(gone.id, PLACE_MS + 1_000)
  // As long as a checkout is given back for.
  await rest(told.id, 60_000)
  for (const who of [next, told, gone]) await here.ask(origin, who)
  await lease.leave()
  expect(await serveAll(here, [gone, next, told])).toEqual([told, next, gone])
})

test('the lease of a holder that is gone runs out; one that comes back late has lost it', async () => {
  const { here, there, expire } = await world()
  const dead = await enter(here)
  await expire()
  const next = await enter(there)
  await expect.poll(() => dead.isHeld()).toBe(false)
  expect(next.isHeld()).toBe(true)
  // Leaving late takes nothing from who is there now.
  await dead.leave()
  expect((await here.ask(origin, visitorFor())).kind).toBe('wait')
  await next.leave()
})

test('a holder keeps its lease for as long as it stays', async () => {
  const { sql, here, there } = await world()
  const lease = await enter(here)
  const until = async () =>
    (await sql<{ until: Date }[]>`select until from app.shop_origin where origin = ${origin}`)[0]?.until ?? 0
  const first = await until()
  await expect.poll(async () => (await until()) > first).toBe(true)
  expect(lease.isHeld()).toBe(true)
  expect((await there.ask(origin, visitorFor('finish'))).kind).toBe('wait')
  await lease.leave()
})

test('a page that lost its place waits for it; what may only go at once is cut', async () => {
  const { here, there, expire } = await world()
  const who = visitorFor()
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
  await expect.poll(() => stay.pass().then(() => 'goes', String)).toContain('not go now')
  await thief.leave()
  // Coming back makes it ours again; nothing that was cut goes out then.
  expect(await stay.resume()).toBe(true)
  await stay.pass()
  await stay.leave()
  await expect(stay.pass()).rejects.toThrow()
})

test('what a holder asked is written down while it is there, and its copy of robots.txt ends with the day', async () => {
  const { sql, here } = await world()
  const lease = await enter(here)
  for (let asked = 0; asked < FULL * 2; asked++) lease.spend()
  await lease.robots.keep('User-agent: *')
  const left = async () =>
    (await sql<{ tokens: number }[]>`select tokens from app.shop_origin`)[0]?.tokens ?? 0
  await expect.poll(left).toBeLessThan(0)
  await lease.leave()
  await sql`update app.shop_origin set robots_at = robots_at - interval '1 day', tokens = ${FULL}`
  const next = await enter(here)
  expect(next.robots.read()).toBeUndefined()
  await next.leave()
})
