import { expect, test } from 'vitest'
import { oddShops } from '../fixtures/shops/odd/pages.ts'
import { startOdd } from '../fixtures/shops/odd/server.ts'
import { newShopper } from '../support/shopper.ts'

const asWished = { size: '10', wrap: false, pairs: '1', country: 'United States' }

test.each(oddShops.map((shop) => [shop.name, shop] as const))(
  '%s',
  async (_, shop) => {
    const odd = await startOdd(shop)
    const { result, err } = await newShopper().buy(odd.url)
    await odd.close()
    expect(odd.orders, `${err}\n${JSON.stringify(result)}`).toMatchObject([
      { ...asWished, phone: expect.stringContaining('5035550123') },
    ])
    expect(result).toMatchObject({ outcome: 'ordered', number: 'ODD-31', total: '150.00' })
  },
  240_000,
)
