import { afterAll, expect, test } from 'vitest'
import { openShopPage } from '../../adapters/browser/context.ts'
import { universalAdapter } from '../../adapters/retailers/universal/adapter.ts'
import { readPageStock } from '../../adapters/retailers/universal/stock.ts'
import { beginWalk } from '../../adapters/retailers/walk.ts'
import { sizeOf } from '../../core/checkout/size.ts'
import { readStock } from '../../core/stock/read.ts'
import type { SizeStock } from '../../core/stock/shape.ts'
import { wildShops } from '../fixtures/shops/wild/list.ts'
import { startWild } from '../fixtures/shops/wild/server.ts'
import { testBrowser } from '../support/browser.ts'

// Whether the pair that the wild shops sell is seen to be there: in what their servers send, and in a browser.

const keeper = testBrowser()
afterAll(() => keeper.close())
const nobody = { email: '', name: '', street: '', city: '', state: '', zip_code: '', country: '' }

async function readLive(url: string): Promise<SizeStock[]> {
  const { page, close } = await openShopPage(await keeper.get(), { origins: [new URL(url).origin] })
  try {
    const productUrl = new URL(url)
    const walk = beginWalk({ page, productUrl, size: '', buyer: nobody, payment: async () => null })
    await universalAdapter.walk.find(walk)
    return await readPageStock(walk)
  } finally {
    await close()
  }
}

// A browser at each takes its time: all of them with SNPD_CONFORM=all, one whose sizes wait in a list elsewhere otherwise.
const isOpened = (name: string) => process.env.SNPD_CONFORM === 'all' || name.startsWith('material')

test.each(wildShops.map((shop) => [shop.name, shop] as const))(
  '%s',
  async (_, shop) => {
    const wild = await startWild(shop)
    const wanted = sizeOf(shop.size ?? '10')
    const stateIn = (read: SizeStock[]) => read.find(({ size }) => size === wanted)?.state
    try {
      const text = await (await fetch(wild.url, { headers: { 'user-agent': 'SNPD' } })).text()
      // Not read is no harm, read wrongly is.
      expect([undefined, 'in']).toContain(stateIn(readStock({ text })))
      if (isOpened(shop.name)) expect(stateIn(await readLive(wild.url))).toBe('in')
    } finally {
      await wild.close()
    }
  },
  240_000,
)
