import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Alert, alertShape } from '../../core/alert/shape.ts'
import { addAlert, alertGround, type Ground, sayAlert } from '../../test/support/alerts.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { warmPool } from '../../test/support/members.ts'
import { connect, type Db } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { alertHead, readAlerts } from './read.ts'
import { KEPT_DAYS, sweepAlerts } from './sweep.ts'

let database: TestDatabase
let ground: Ground
beforeAll(async () => {
  database = await createDatabase()
  ground = await alertGround(database.app, 'reporter')
})
afterAll(() => database.close())

const end = async () => (await alertHead(database.app)).seq
const after = (place: number, limit = 1000) => readAlerts(database.app, { after: place, limit })

test('an alert is read with all that a page shows of it', async () => {
  const start = await end()
  const restockId = await sayAlert(database.app, ground, { size: '9.5' })
  const [alert] = await after(start)
  expect(alertShape.parse(alert)).toEqual(alert)
  expect(alert).toMatchObject({
    seq: start + 1,
    kind: 'restock',
    restock_id: restockId,
    sneaker: { id: ground.sneakerId, name: 'Court 84' },
    store: { id: ground.storeId },
    place: { city: expect.stringMatching(/^85/), door: expect.stringMatching(/^89/) },
    ...{ size: '9.5', price_minor: 11_000, currency: 'USD', source: 'monitor', confidence: 0.9 },
  })
})

test('what is rolled back leaves neither an alert nor a hole', async () => {
  const start = await end()
  const failing = inTransaction(database.app, async (tx) => {
    await addAlert(tx, ground)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await sayAlert(database.app, ground)
  expect((await after(start)).map(({ seq }) => seq)).toEqual([start + 1])
})

test('a reader that always asks for what is after its last one misses none, whoever commits when', async () => {
  const [writers, each] = [8, 25]
  const sql = connect(database.appUrl, { name: 'test', max: writers })
  onTestFinished(() => sql.end())
  await warmPool(sql)
  const start = await end()
  const written: string[] = []
  const write = async (nth: number) => {
    for (let count = 0; count < each; count++) {
      const failing = inTransaction(sql, async (tx) => {
        const ids = [await addAlert(tx, ground), await addAlert(tx, ground)]
        // Some stay open longer than others, some are rolled back: numbers and commits would part if they could.
        await sleep((nth * 7 + count * 3) % 5)
        if ((nth + count) % 5 === 0) throw new Error('rolled back')
        return ids
      })
      written.push(...(await failing.catch(() => [])))
    }
  }
  const read: Alert[] = []
  let writing = true
  const reading = async () => {
    for (let last = false; !last; ) {
      last = !writing
      read.push(...(await after(read.at(-1)?.seq ?? start, 7)))
      if (last && (await end()) > (read.at(-1)?.seq ?? start)) last = false
    }
  }
  const reader = reading()
  await Promise.all(Array.from({ length: writers }, (_, nth) => write(nth)))
  writing = false
  await reader
  expect(read.map(({ seq }) => seq)).toEqual(written.map((_, nth) => start + 1 + nth))
  const ids = read.map((alert) => alert.kind === 'restock' && alert.restock_id)
  expect([...ids].sort()).toEqual([...written].sort())
})

test('writers that take locks in opposite orders around their alerts do not wait for each other', async () => {
  const lock = (tx: Db, name: string) => tx`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`
  const both = Promise.withResolvers<void>()
  let begun = 0
  const meet = () => {
    if (++begun === 2) both.resolve()
    return both.promise
  }
  await Promise.all([
    inTransaction(database.app, async (tx) => {
      await addAlert(tx, ground)
      await meet()
      await lock(tx, 'shelf')
    }),
    inTransaction(database.app, async (tx) => {
      await lock(tx, 'shelf')
      await meet()
      await addAlert(tx, ground)
    }),
  ])
})

test('every commit is told to the listeners', async () => {
  const heard: number[] = []
  const { unlisten } = await database.app.listen('alert', (seq) => heard.push(Number(seq)))
  onTestFinished(unlisten)
  await sayAlert(database.app, ground)
  const last = await end()
  await expect.poll(() => heard).toContain(last)
})

test('what is older than the window is swept, and up to where is known', async () => {
  for (let count = 0; count < 3; count++) await sayAlert(database.app, ground)
  const last = await end()
  const old = new Date(Date.now() - KEPT_DAYS * 86_400_000 - 1)
  await database.app`update app.alert set at = ${old} where seq < ${last}`
  expect(await sweepAlerts(database.app, new Date())).toBeGreaterThanOrEqual(2)
  expect(await alertHead(database.app)).toEqual({ seq: last, swept: last - 1 })
  expect((await after(0)).map(({ seq }) => seq)).toEqual([last])
  expect(await sweepAlerts(database.app, new Date())).toBe(0)
  await sayAlert(database.app, ground)
  expect(await end()).toBe(last + 1)
})

test('a kind that only a newer version knows is passed over', async () => {
  const start = await end()
  await database.app`alter table app.alert drop constraint alert_check`
  await sayAlert(database.app, ground)
  await database.app`update app.alert set kind = 'omen' where seq = ${start + 1}`
  await sayAlert(database.app, ground)
  expect((await after(start)).map(({ seq }) => seq)).toEqual([start + 2])
})
