import { expect, test } from 'vitest'
import { sayAlert } from '../../test/support/alerts.ts'
import { notifyForTest } from '../../test/support/notify.ts'
import { claimDeliveries } from './claim.ts'
import { fanOut } from './fan-out.ts'
import { finishDelivery } from './finish.ts'
import { readDeliveryLag } from './lag.ts'

test('what waits for its receiver is no lag of the workers, and what waits for a worker is', async () => {
  const { app, ground, join } = await notifyForTest()
  const now = new Date()
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
  const lag = (at: Date) => readDeliveryLag(app, at)
  await join('ana', { addresses: [{ kind: 'discord', url: 'https://hooks.example/ana' }] })
  expect(await lag(now)).toEqual({ waiting: 0, behind: 0, oldest_seconds: null, dead: 0 })
  await sayAlert(app, ground)
  expect(await lag(later(90))).toMatchObject({
    behind: 1,
    waiting: 0,
    oldest_seconds: expect.closeTo(90, -1),
  })
  await fanOut(app, { now, limit: 10 })
  expect(await lag(later(90))).toEqual({ behind: 0, waiting: 1, oldest_seconds: 90, dead: 0 })
  const [claim] = await claimDeliveries(app, { limit: 1, now })
  if (!claim) throw new Error('nothing was claimed')
  // Somebody is at it, and dies: then its lease has run out, and it waits since it was due.
  expect([(await lag(later(5))).oldest_seconds, (await lag(later(90))).oldest_seconds]).toEqual([null, 90])
  const pause = { kind: 'slower', problem: 'It asked for a pause (429).', afterMs: 600_000 } as const
  await finishDelivery(app, claim, { outcome: pause, now, random: 0 })
  expect(await lag(later(500))).toEqual({ behind: 0, waiting: 1, oldest_seconds: null, dead: 0 })
  expect((await lag(later(700))).oldest_seconds).toBe(100)
})
