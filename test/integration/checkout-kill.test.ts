import { afterAll, beforeAll, expect, test } from 'vitest'
import { purchaseStateShape } from '../../core/checkout/shape.ts'
import { isFinalState } from '../../core/checkout/states.ts'
import { seeded } from '../../core/random.ts'
import { startCheckoutWorld, type TestShop } from '../support/checkout.ts'

// SIGKILL of the whole worker process at seeded instants around the click that buys, at shops that are well, slow to
// commit, or answer 502 after taking the order. Each kill hits three checkouts in different phases.

const SEED = 20_261
const ROUNDS = 3
const LATEST_KILL_MS = 1500
const FINAL = purchaseStateShape.options.filter(isFinalState)

let world: Awaited<ReturnType<typeof startCheckoutWorld>>
let shops: TestShop[]

beforeAll(async () => {
  world = await startCheckoutWorld()
  shops = await Promise.all(['none', 'slow-commit', '502-after-commit'].map((fault) => world.openShop(fault)))
})
afterAll(() => world.close())

const random = seeded(SEED)
const kills = Array.from({ length: ROUNDS }, () => random(LATEST_KILL_MS))

test.each(kills)(
  'killed %i ms after the confirmation: never two orders, never a false word, always an end',
  async (ms) => {
    const doomed = await world.openWorker()
    const purchases = await Promise.all(shops.map(({ dropId }) => world.request({ dropId })))
    await Promise.all(purchases.map((purchase) => world.until(purchase, ['review'])))
    await Promise.all(purchases.map(world.confirm))
    await new Promise((resolve) => setTimeout(resolve, ms))
    await doomed.kill()
    const next = await world.openWorker()
    const ends = await Promise.all(purchases.map((purchase) => world.until(purchase, FINAL)))
    await next.stop()
    const counts = await Promise.all(purchases.map(({ email }, index) => shops[index]?.orders(email)))
    const seen = ends.map(({ state }, index) => `${state} ${counts[index]}`)
    // "unknown" may be either; everything else has to say what the shop itself counts.
    for (const one of seen) expect(['ordered 1', 'not-ordered 0', 'unknown 0', 'unknown 1']).toContain(one)
  },
  240_000,
)
