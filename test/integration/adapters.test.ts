import { afterAll, describe, test } from 'vitest'
import { findSimulator } from '../../adapters/retailers/simulators.ts'
import { siteAdapter } from '../../adapters/retailers/sites/adapter.ts'
import { findSite } from '../../adapters/retailers/sites.ts'
import { universalAdapter } from '../../adapters/retailers/universal/adapter.ts'
import { longProperties, type Pair, properties } from '../support/adapter-suite.ts'
import { testBrowser } from '../support/browser.ts'

// What every adapter proves at every simulator, by itself and as the universal one that is told nothing of the site.
// All of it with SNPD_CONFORM=all; otherwise an order at every site, and each other property at some site.

const all = process.env.SNPD_CONFORM === 'all'
const keeper = testBrowser()
afterAll(() => keeper.close())

type Known = Omit<Pair, 'site' | 'adapter' | 'keeper'>
const brand = { findsOrders: false, knowsNone: false, isReviewOnly: true }
const known: Record<string, Known> = {
  nike: { ...brand, total: 11_500 + 920 },
  adidas: { ...brand, total: 10_000 + 500 + 700 },
  footlocker: { ...brand, total: 13_000 + 799 + 845 },
  shopify: { total: 12_999 + 690 + 650, findsOrders: true, knowsNone: false, isReviewOnly: true },
  woocommerce: { total: 11_000 + 600, findsOrders: false, knowsNone: false, isReviewOnly: false },
  corner: { total: 15_000 + 700 + 1_200, findsOrders: true, knowsNone: true, isReviewOnly: false },
}

function pairOf(name: string, isTold: boolean): Pair {
  const [site, facts, simulator] = [findSite(name), known[name], findSimulator(name)]
  if (!site || !facts || !simulator) throw new Error(`no site ${name}`)
  const open = () => {
    const opened = findSimulator(name) ?? simulator
    // Nike's product is behind a list, which only who knows the site sees through.
    return isTold ? opened : { ...opened, entry: opened.product }
  }
  if (isTold) return { ...facts, site: open, adapter: siteAdapter(site), keeper }
  // Nobody tells it what a brand wants; it finds the orders that anyone finds.
  const reviewOnly = name === 'shopify'
  return {
    ...{ ...facts, site: open, adapter: universalAdapter, keeper, isReviewOnly: reviewOnly },
    findsOrders: name === 'corner',
  }
}

const names = Object.keys(known)
const walks = names.flatMap((name, at) =>
  [true, false].flatMap((isTold) =>
    Object.entries(all ? { ...properties, ...longProperties } : properties)
      .filter((_, number) => all || (isTold && (number === 0 || number % names.length === at)))
      .map(([property, prove]) => ({ name, by: isTold ? name : 'universal', isTold, property, prove })),
  ),
)

describe.each(walks)('$name by the $by adapter', ({ name, isTold, property, prove }) => {
  test(property, () => prove(pairOf(name, isTold)))
})
