import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { AlertFilter } from '../../../core/alert/filter.ts'
import { uuidv7 } from '../../../core/id.ts'
import { alertHead } from '../../../db/alerts/read.ts'
import { sweepAlerts } from '../../../db/alerts/sweep.ts'
import { writeAlert } from '../../../db/alerts/write.ts'
import { inTransaction } from '../../../db/transaction.ts'
import { freePort } from '../../../scripts/engines/ports.ts'
import { openEar } from '../../../test/support/alert-ear.ts'
import { alertGround, type Ground, sayAlert } from '../../../test/support/alerts.ts'
import { register } from '../../../test/support/http.ts'
import { startTestWeb, type TestWeb } from '../../../test/support/web.ts'
import { startWeb } from '../../http/web.ts'

let web: TestWeb
let ground: Ground
let other: Ground
beforeAll(async () => {
  web = await startTestWeb()
  ground = await alertGround(web.db.app)
  other = await alertGround(web.db.app)
})
afterAll(() => web.close())

/** Another web process, as far as the database can tell: it remembers nothing of what this one said. */
async function otherGateway(): Promise<string> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  onTestFinished(await startWeb({ api: { ...web.api, origin }, port, development: false }))
  return origin
}

/** A loaded machine takes its time. */
const until = <Result>(read: () => Result) => expect.poll(read)
const listen = (filters: AlertFilter[], after?: number) => openEar({ origin: web.origin, filters, after })
const say = (to = ground, size = '10') => sayAlert(web.db.app, to, { size })
const end = async () => (await alertHead(web.db.app)).seq

test('each hears what matches one of its filters, once, whatever else matches too', async () => {
  const all = await listen([{}])
  const pair = await listen([{ sneaker_id: ground.sneakerId }, { sneaker_id: ground.sneakerId, size: '9' }])
  const size = await listen([{ size: '9' }, { size: '9', store_id: ground.storeId }])
  const [mine, nines] = [[await say(), await say(ground, '9')], [await say(other, '9')]]
  const last = await say(other, '12')
  await until(() => all.restocks()).toEqual([...mine, ...nines, last])
  await until(() => pair.restocks()).toEqual(mine)
  await until(() => size.restocks()).toEqual([mine[1], ...nines])
})

test('an alert says when the shop was asked, when it answered, when it was written down and when it left', async () => {
  const ear = await listen([{}])
  await say()
  await until(() => ear.heard).toHaveLength(1)
  const [alert] = ear.heard
  expect(alert).toMatchObject({
    kind: 'restock',
    sneaker: { name: 'Court 84' },
    price_minor: 11_000,
    confidence: 0.9,
  })
  const times = ['asked_at', 'seen_at', 'written_at', 'sent_at'].map(
    (key) => alert?.[key as keyof typeof alert],
  )
  expect(times.map((time) => new Date(String(time)).toISOString())).toEqual(times)
  expect([...times].sort()).toEqual(times)
})

test('who comes back gets what it missed, in order and before what is new, and none of it twice', async () => {
  const before = await listen([{ sneaker_id: ground.sneakerId }])
  const first = await say()
  await until(() => before.restocks()).toEqual([first])
  before.close()
  const missed = [await say(), await say()]
  await say(other)
  const back = await listen([{ sneaker_id: ground.sneakerId }], before.heard.at(-1)?.seq)
  await until(() => back.restocks()).toEqual(missed)
  const late = await say()
  await until(() => back.restocks()).toEqual([...missed, late])
})

test('who asks for the first time hears what comes from then on, and is told where that is', async () => {
  const place = await end()
  expect((await listen([{}])).answer).toEqual({ after: place })
})

test('other filters take the place of the former, and nothing is said again', async () => {
  const witness = await listen([{}])
  const ear = await listen([{ sneaker_id: ground.sneakerId }])
  const spoken = async (to = ground) => {
    const id = await say(to)
    await until(() => witness.restocks().at(-1)).toBe(id)
    return id
  }
  const first = await spoken()
  await ear.follow({ filters: [{ sneaker_id: other.sneakerId }, {}], after: 0 })
  const second = await spoken(other)
  await ear.follow({ filters: [] })
  await spoken()
  await ear.follow({ filters: [{}] })
  const last = await spoken()
  await until(() => ear.restocks()).toEqual([first, second, last])
})

test('who joins while alerts pour in hears each of them once, in order', async () => {
  const start = await end()
  const pouring = Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let count = 0; count < 25; count++) await say()
    }),
  )
  const ears = []
  for (let count = 0; count < 10; count++) ears.push(await listen([{}], start))
  await pouring
  const all = Array.from({ length: 100 }, (_, nth) => start + 1 + nth)
  for (const ear of ears) await until(() => ear.heard.map(({ seq }) => seq)).toEqual(all)
})

test('a socket that hears little is told now and then how far the log is', async () => {
  const ear = await listen([{ sneaker_id: ground.sneakerId }])
  await Promise.all(Array.from({ length: 50 }, () => say(other)))
  await until(() => ear.marks.length).toBeGreaterThan(0)
  expect(ear.marks.every(({ after }) => after % 50 === 0)).toBe(true)
  expect(ear.heard).toEqual([])
})

test('a place in the log that this gateway has not reached is waited for; one that does not exist is a gap', async () => {
  const ear = await listen([{}], (await end()) + 1_000_000)
  expect(ear.gaps).toEqual([{ after: await end() }])
  const restockId = await say()
  await until(() => ear.restocks()).toEqual([restockId])
})

test('what was swept is a gap, and it goes on from there', async () => {
  const start = await end()
  await say()
  await say()
  await web.db.app`update app.alert set at = now() - interval '8 days'`
  await sweepAlerts(web.db.app, new Date())
  const ear = await openEar({ origin: await otherGateway(), filters: [{}], after: start })
  expect(ear.gaps).toEqual([{ after: start + 2 }])
  expect(ear.heard).toEqual([])
})

test('who missed more than a gateway remembers gets it out of the log; very much more is a gap', async () => {
  await say()
  const start = await end()
  const many = async (count: number) => {
    await web.db.app`
      insert into app.alert (seq, id, kind, restock_id, sneaker_id, store_id, size, source, confidence, seen_at)
      select h.seq + n, gen_random_uuid(), a.kind, a.restock_id, a.sneaker_id, a.store_id, a.size, a.source, a.confidence, a.seen_at
      from app.alert_head h join app.alert a on a.seq = ${start}, generate_series(1, ${count}) n`
    await web.db.app`update app.alert_head set seq = seq + ${count}`
  }
  await many(2700)
  const origin = await otherGateway()
  const ear = await openEar({ origin, filters: [{}], after: start })
  expect(ear.heard.map(({ seq }) => seq)).toEqual(Array.from({ length: 2700 }, (_, nth) => start + 1 + nth))
  const newest = await say()
  await until(() => ear.restocks().at(-1)).toBe(newest)
  await many(2700)
  const late = await openEar({ origin: await otherGateway(), filters: [{}], after: start })
  expect([late.heard, late.gaps]).toEqual([[], [{ after: start + 5401 }]])
  // The others have read that far too.
  const last = async () => (await listen([])).answer
  await until(last).toEqual({ after: await end() })
})

test("a member's own alert reaches that member alone, whatever others follow", async () => {
  const [ann, ben] = [await register(web.origin, 'own_ann'), await register(web.origin, 'own_ben')]
  const own = async (memberId: string) => {
    const [award] = await web.db.app<{ id: string }[]>`
      insert into app.award (id, member_id, rule, source_id, amount, ruleset)
      values (${uuidv7()}, ${memberId}, 'restock.report', ${uuidv7()}, 1, '\\x00') returning id`
    await inTransaction(web.db.app, (tx) =>
      writeAlert(tx, { kind: 'award', memberId, awardId: award?.id ?? '' }),
    )
  }
  const headers = { cookie: ann.cookie, origin: web.origin }
  const mine = await openEar({ origin: web.origin, filters: [], headers })
  const stranger = await listen([{}])
  await own(ben.id)
  await own(ann.id)
  const last = await say()
  await until(() => stranger.restocks()).toEqual([last])
  expect(stranger.heard.map(({ kind }) => kind)).toEqual(['restock'])
  expect(mine.heard.map(({ kind }) => kind)).toEqual(['award'])
})

test('what is no filter is refused, and too many are', async () => {
  const ear = await listen([])
  const refused = { problem: expect.any(String) }
  const ask = (filters: unknown[]) => ear.follow({ filters } as never)
  expect(await ask([{ latitude: 1 }])).toEqual(refused)
  expect(await ask(Array.from({ length: 51 }, () => ({})))).toEqual(refused)
  const near = (size: number) => ({
    size: String(size),
    cells: Array.from({ length: 200 }, (_, n) => `89${(size * 1000 + n).toString(16).padStart(13, '0')}`),
  })
  expect(await ask([near(9)])).toEqual({ after: expect.any(Number) })
  expect(await ask([near(9), near(10), near(11)])).toEqual(refused)
})
