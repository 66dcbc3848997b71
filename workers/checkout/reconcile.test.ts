import { expect, onTestFinished, test } from 'vitest'
import { GivenBack } from '../../adapters/queue/worker.ts'
import type { OriginGate } from '../../adapters/retailers/gate.ts'
import { raiseFence, readFence } from '../../db/purchases/fence.ts'
import { getPurchase } from '../../db/purchases/get.ts'
import { beginWalk, storeReview } from '../../db/purchases/progress.ts'
import { startCheckoutWorld } from '../../test/support/checkout.ts'
import type { CheckoutDeps } from './deps.ts'
import { runCheckout } from './run.ts'

const review = { title: 'Pair', size: '10', quantity: 1, total_minor: 100, currency: 'USD', lines: [] }
const note = { step: null, message: 'test' }

/** Of a shop that has said when it may be asked again. */
const gateIn = (ms: number): OriginGate => ({ ask: async () => ({ kind: 'wait', why: 'not-before', ms }) })

test('an order at a shop that wants to be left alone for hours is its member’s to find out, at once; minutes are waited', async () => {
  const world = await startCheckoutWorld()
  onTestFinished(world.close)
  const asked = await world.request({ dropId: await world.addDrop('https://shop.example'), hint: false })
  await beginWalk(world.sql, { id: asked.id, note })
  await storeReview(world.sql, { id: asked.id, note, review })
  await world.confirm(asked)
  await raiseFence(world.sql, asked.id)
  const logger = { info: () => undefined, warn: () => undefined }
  const run = (ms: number) => {
    const settings = { allowLoopback: false, reconcileSeconds: 2 }
    const deps = { sql: world.sql, logger, settings, gate: gateIn(ms), stay: () => undefined }
    return runCheckout(deps as unknown as CheckoutDeps, asked.id)
  }
  await expect(run(10 * 60_000)).rejects.toBeInstanceOf(GivenBack)
  expect(await getPurchase(world.sql, asked)).toMatchObject({ state: 'submitting', outcome: null })
  await run(24 * 3_600_000)
  expect(await getPurchase(world.sql, asked)).toMatchObject({
    state: 'unknown',
    outcome: { kind: 'unknown-needs-member', detail: expect.stringContaining('for 24 hours') },
  })
  // It stays their one order until they say otherwise.
  expect(await readFence(world.sql, asked.id)).toMatchObject({ state: 'unknown' })
})
