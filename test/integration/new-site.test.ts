import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { siteAdapter } from '../../adapters/retailers/sites/adapter.ts'
import { nikeSimulator } from '../../adapters/retailers/sites/nike/simulator/site.ts'
import { nike } from '../../adapters/retailers/sites/nike/site.ts'
import { universalAdapter } from '../../adapters/retailers/universal/adapter.ts'
import { quaySimulator } from '../fixtures/sites/quay/simulator.ts'
import { quay } from '../fixtures/sites/quay/site.ts'
import { type Pair, properties } from '../support/adapter-suite.ts'
import { testBrowser } from '../support/browser.ts'
import { openSimulated } from '../support/simulated.ts'

// The worked example of docs/adapters.md: a shop whose pages do not say what they mean, and the lines that say it.

const keeper = testBrowser()
afterAll(() => keeper.close())

const facts = { total: 9_000, findsOrders: true, knowsNone: true, isReviewOnly: false }
const pair: Pair = { ...facts, site: () => quaySimulator, adapter: siteAdapter(quay), keeper }
const shown = Object.entries(properties).filter((_, at) => process.env.SNPD_CONFORM === 'all' || at === 0)

test.each(shown)('told what its pages mean: %s', (_, prove) => prove(pair))

test('told, a size that is crossed out by a class alone is sold out', async () => {
  const { walk } = await openSimulated({ site: quaySimulator, adapter: siteAdapter(quay), keeper }, 'plain')
  expect((await walk({ size: '11' })).outcome).toMatchObject({ kind: 'not-ordered', reason: 'sold-out' })
})

test('untold, its tiles without a word are left to the person', async () => {
  const { walk } = await openSimulated({ site: quaySimulator, adapter: universalAdapter, keeper }, 'plain')
  expect((await walk({ mode: 'dry-run' })).outcome).toMatchObject({
    kind: 'handover',
    reason: 'unknown-page',
  })
})

test('a list that has no product of the number is left to the person, and no other product is opened', async () => {
  const simulator = { ...nikeSimulator, entry: '/w?q=TRN9999-999' }
  const { walk, simulation } = await openSimulated(
    { site: simulator, adapter: siteAdapter(nike), keeper },
    'plain',
  )
  expect((await walk()).outcome).toMatchObject({
    kind: 'handover',
    detail: expect.stringContaining('no product'),
  })
  expect(simulation.shop.violations).toEqual([])
})

test.each(['site.ts', 'simulator.ts'])('the documentation quotes its %s word for word', (name) => {
  const docs = readFileSync('docs/adapters.md', 'utf8')
  expect(docs).toContain(readFileSync(`test/fixtures/sites/quay/${name}`, 'utf8').trim())
})
