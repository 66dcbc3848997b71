import { expect, test } from 'vitest'
import type { WildShop } from '../fixtures/shops/wild/kit.ts'
import { wildShops } from '../fixtures/shops/wild/list.ts'
import { startWild } from '../fixtures/shops/wild/server.ts'
import { CANARY, newShopper, shopperProfile } from '../support/shopper.ts'

// Shops that were written to be unlike each other. All of them with SNPD_CONFORM=all; a few otherwise.
const quick = ['headless', 'collect', 'bank']
const shops =
  process.env.SNPD_CONFORM === 'all'
    ? wildShops
    : wildShops.filter(({ name }) => quick.some((each) => name.startsWith(each)))

function expected({ outcome, reason, order, booked, number }: WildShop) {
  const count = booked ?? (outcome === 'ordered' ? 1 : 0)
  return {
    said: {
      outcome,
      ...(reason ? { reason } : {}),
      ...(number ? { number: expect.stringMatching(number) } : {}),
    },
    seen: {
      violations: [],
      orders: Array.from({ length: count }, () => expect.objectContaining(order ?? {})),
    },
  }
}

test.each(shops.map((shop) => [shop.name, shop] as const))(
  '%s',
  async (_, shop) => {
    const wild = await startWild(shop)
    try {
      const shopper = newShopper({ ...shopperProfile, payment: [], ...shop.profile })
      const { result, err } = await shopper.buy(wild.url, ...(shop.args ?? []), '--size', shop.size ?? '10')
      const story = `${err}\n${JSON.stringify(result)}`
      const { said, seen } = expected(shop)
      expect({ violations: wild.log.violations, orders: wild.log.orders }, story).toEqual(seen)
      expect(result, story).toMatchObject(said)
      expect(`${story}${shopper.everything()}`.replace(/\D/g, '')).not.toContain(CANARY.number)
    } finally {
      await wild.close()
    }
  },
  240_000,
)
