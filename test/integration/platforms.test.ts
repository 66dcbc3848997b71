import { afterAll, expect, test } from 'vitest'
import { openShopPage } from '../../adapters/browser/context.ts'
import { Stopped } from '../../adapters/retailers/adapter.ts'
import { universalAdapter } from '../../adapters/retailers/universal/adapter.ts'
import { beginWalk, walkToReview } from '../../adapters/retailers/walk.ts'
import type { Outcome } from '../../core/checkout/outcome.ts'
import type { Review } from '../../core/checkout/shape.ts'
import { startPlatform } from '../fixtures/shops/platforms/server.ts'
import { type PlatformOptions, type PlatformStore, soundShop } from '../fixtures/shops/platforms/shape.ts'
import { testBrowser } from '../support/browser.ts'

// Shops whose software lists its variants to anyone who asks, and takes them into the cart by itself.

const keeper = testBrowser()
afterAll(() => keeper.close())

const buyer = {
  ...{ email: 'kim@example.org', name: 'Kim Rivera', street: '12 Canal St', city: 'Portland', state: 'OR' },
  ...{ zip_code: '97201', country: 'US' },
}

type Walked = { review?: Review; outcome?: Outcome; steps: string[]; store: PlatformStore; origin: string }

/** To the review, and how that ended. */
async function walked(
  options: Partial<PlatformOptions>,
  size = '10',
  before?: (store: PlatformStore) => void,
) {
  const shop = await startPlatform({ ...soundShop, ...options })
  before?.(shop.store)
  const { page, close } = await openShopPage(await keeper.get(), { origins: [shop.origin] })
  const productUrl = new URL(shop.url)
  const walk = beginWalk({ page, productUrl, size, buyer, payment: async () => null })
  const end: Walked = { steps: [], store: shop.store, origin: shop.origin }
  try {
    end.review = await walkToReview(universalAdapter, walk, async (step, said) => {
      end.steps.push(`${step}: ${said}`)
    })
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    end.outcome = error.outcome
  } finally {
    await close()
    await shop.close()
  }
  return end
}

const softwares = ['shopify', 'woocommerce'] as const
const added = {
  shopify: 'POST /cart/add.js {"items":[{"id":4712,"quantity":1}]}',
  woocommerce: 'POST /wp-json/wc/store/v1/cart/add-item {"id":4712,"quantity":1}',
}
const permalink = { shopify: '/cart/4712:1', woocommerce: '/?add-to-cart=4712&quantity=1' }
const onePair = { size: '10', quantity: 1, total_minor: 15_000, currency: 'CAD' }

test.each(softwares)(
  '%s: the software lists the size, takes one pair of it, and names the currency',
  async (software) => {
    const { review, store, steps } = await walked({ software })
    expect(review).toMatchObject(onePair)
    expect(store.requests).toContain(added[software])
    expect(steps.slice(1, 3)).toEqual([
      'choose: Chose size 10 (the shop lists "10").',
      "add: Added one pair by the shop's own software.",
    ])
    expect(store.violations).toEqual([])
  },
)

test.each(softwares)('%s: what lies in the cart already is taken out', async (software) => {
  const { review, store } = await walked({ software }, '10', ({ cart }) =>
    cart.push({ id: 4711, size: '9', colour: 'Bone', quantity: 3 }),
  )
  expect(review).toMatchObject(onePair)
  expect(store.cart).toEqual([{ id: 4712, size: '10', colour: 'Bone', quantity: 1 }])
})

test.each(softwares)(
  '%s: the software lists the size as sold out, and no picker can be read',
  async (software) => {
    const { outcome, store } = await walked({ software }, '11')
    expect(outcome).toMatchObject({ kind: 'not-ordered', reason: 'sold-out' })
    expect(store.cart).toEqual([])
  },
)

const faults = [
  ...(['price', 'title', 'stock'] as const).map((lies) => ({ lies, broken: 'none' as const })),
  ...(['list', 'cart', 'add', 'refuses', 'two'] as const).map((broken) => ({
    lies: 'none' as const,
    broken,
  })),
]
// Each with both with SNPD_CONFORM=all; in turns otherwise.
const faulty = faults.flatMap((fault, at) =>
  softwares
    .filter((_, which) => process.env.SNPD_CONFORM === 'all' || which === at % softwares.length)
    .map((software) => ({ ...fault, software })),
)

test.each(faulty)(
  '$software: a list that lies ($lies) or breaks ($broken) leaves it to the page',
  async (options) => {
    const { review, outcome, store } = await walked({ ...options, picker: 'radio' })
    expect(review, JSON.stringify(outcome)).toMatchObject({ size: '10', quantity: 1, total_minor: 15_000 })
    expect(store.requests).toContain('POST /page-cart size=10')
    expect(store.cart).toEqual([{ id: 4712, size: '10', colour: 'Bone', quantity: 1 }])
  },
)

test.each(softwares)(
  '%s: a size that the page shows as gone is gone, whatever the list says',
  async (software) => {
    const { outcome } = await walked({ software, picker: 'radio', lies: 'in' }, '11')
    expect(outcome).toMatchObject({ kind: 'not-ordered', reason: 'sold-out' })
  },
)

test.each(softwares)('%s: two colours of a size are not guessed between', async (software) => {
  const { outcome, store } = await walked({ software, colours: true })
  expect(outcome).toMatchObject({ kind: 'handover', reason: 'unknown-page' })
  expect(store.cart).toEqual([])
})

test.each(softwares)('%s: asked to come back later, it waits and adds one pair', async (software) => {
  const { review, store } = await walked({ software, broken: 'busy' })
  expect(review).toMatchObject(onePair)
  expect(store.violations).toEqual([])
})

test.each(softwares)('%s: who takes over gets a cart of their own to go on with', async (software) => {
  const { outcome, origin } = await walked({ software, broken: 'two' })
  expect(outcome).toMatchObject({ kind: 'handover', resume_url: origin + permalink[software] })
})
