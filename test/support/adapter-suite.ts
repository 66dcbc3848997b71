import { expect } from 'vitest'
import type { BrowserKeeper } from '../../adapters/browser/launch.ts'
import type { RetailAdapter } from '../../adapters/retailers/adapter.ts'
import type { Scenario, SimulatedSite } from '../../adapters/retailers/simulator/shop.ts'
import { type Opened, openSimulated, saysYes, type Told } from './simulated.ts'

/** One adapter at one simulator, and what both must be able to do. */
export type Pair = {
  site: () => SimulatedSite
  adapter: RetailAdapter
  keeper: BrowserKeeper
  /** Minor units: one pair of size 10, the cheapest delivery to the door, no extras. */
  total: number
  /** The guest can find an order again whose number nobody told: by email and ZIP code, or by the session. */
  findsOrders: boolean
  /** The guest can learn that there is no order: then what the site refuses is believed. */
  knowsNone: boolean
  /** A person looks before every payment. */
  isReviewOnly: boolean
}

const open = (pair: Pair, scenario: Scenario) => openSimulated({ ...pair, site: pair.site() }, scenario)
const story = ({ steps, outcome, violations }: Told) =>
  JSON.stringify({ steps, outcome, violations }, null, 1)

/** The guest behaved, and the site has so many orders. */
function requireHonest(told: Told, { simulation }: Opened, orders: number): void {
  expect(simulation.shop.violations, story(told)).toEqual([])
  expect(simulation.shop.orders, story(told)).toHaveLength(orders)
}

async function endsWith(pair: Pair, scenario: Scenario, outcome: object): Promise<void> {
  const opened = await open(pair, scenario)
  // With a person who would say yes to everything.
  const told = await opened.walk({ prompt: saysYes })
  expect(told.outcome, story(told)).toMatchObject(outcome)
  requireHonest(told, opened, 0)
}

/** Orders one pair in one scenario, whatever is in the way. */
async function orders(pair: Pair, scenario: Scenario): Promise<{ told: Told; opened: Opened }> {
  const opened = await open(pair, scenario)
  const told = await opened.walk({ prompt: saysYes })
  expect(told.outcome, story(told)).toMatchObject({
    ...{ kind: 'ordered', total_minor: pair.total, currency: 'USD' },
    number: opened.simulation.shop.orders[0]?.number,
  })
  const [order] = opened.simulation.shop.orders
  expect(order).toMatchObject({ size: '10', quantity: 1, total: pair.total, zip: '97201' })
  requireHonest(told, opened, 1)
  return { told, opened }
}

/** What every adapter proves at every simulator, one property per line. */
export const properties: Record<string, (pair: Pair) => Promise<void>> = {
  'one order of one pair in the wanted size for the total that was shown; the same again orders nothing':
    async (pair) => {
      const { opened } = await orders(pair, 'plain')
      const again = await opened.walk({ prompt: saysYes })
      expect(['ordered', 'not-ordered']).toContain(again.outcome.kind)
      requireHonest(again, opened, 1)
    },
  'a dry run reaches the exact total and submits nothing': async (pair) => {
    const opened = await open(pair, 'plain')
    const told = await opened.walk({ mode: 'dry-run', prompt: saysYes })
    expect(told.outcome, story(told)).toMatchObject({ kind: 'dry-run', total_minor: pair.total })
    requireHonest(told, opened, 0)
  },
  'review without anybody to ask hands over, and so does auto where a person has to look': async (pair) => {
    const opened = await open(pair, 'plain')
    const told = await opened.walk({ mode: pair.isReviewOnly ? 'auto' : 'review' })
    const reason = pair.isReviewOnly ? 'policy' : 'review'
    expect(told.outcome, story(told)).toMatchObject({ kind: 'handover', reason })
    requireHonest(told, opened, 0)
  },
  'a size that is out is not bought': (pair) =>
    endsWith(pair, 'sold-out', { kind: 'not-ordered', reason: 'sold-out' }),
  'a pair that goes at the last moment is not ordered; who cannot look that up is told to look': (pair) =>
    endsWith(
      pair,
      'gone',
      pair.knowsNone ? { kind: 'not-ordered', reason: 'sold-out' } : { kind: 'unknown-needs-member' },
    ),
  'a challenge is handed over, and nothing is asked for after it': (pair) =>
    endsWith(pair, 'challenge', { kind: 'handover', reason: 'challenge' }),
  'robots.txt that forbids it is obeyed': (pair) =>
    endsWith(pair, 'forbidden', { kind: 'handover', reason: 'policy' }),
  'a draw is left to the person': (pair) => endsWith(pair, 'draw', { kind: 'handover', reason: 'policy' }),
  'a waiting room is waited in without reloading': async (pair) => void (await orders(pair, 'queue')),
  'an order whose answer was lost is found again, or left to the person, and never made twice': async (
    pair,
  ) => {
    const opened = await open(pair, 'lost')
    const told = await opened.walk({ prompt: saysYes })
    const kind = pair.findsOrders ? 'ordered' : 'unknown-needs-member'
    expect(told.outcome, story(told)).toMatchObject({ kind })
    const again = await opened.walk({ prompt: saysYes })
    // The session is over by then: who only knew it by that refuses to order again.
    expect([kind, pair.findsOrders ? 'not-ordered' : kind]).toContain(again.outcome.kind)
    requireHonest(again, opened, 1)
  },
  'a launch is waited for on its page': async (pair) => void (await orders(pair, 'launch')),
  'two at once go one after the other': async (pair) => {
    const opened = await open(pair, 'plain')
    const told = await Promise.all([opened.walk({ mode: 'dry-run' }), opened.walk({ mode: 'dry-run' })])
    for (const each of told) {
      expect(each.outcome, story(each)).toMatchObject({ kind: 'dry-run', total_minor: pair.total })
      requireHonest(each, opened, 0)
    }
  },
}
