import { expect } from 'vitest'
import type { Case } from '../fixtures/shops/bazaar/list.ts'
import { type Bazaar, startBazaar } from '../fixtures/shops/bazaar/server.ts'
import { CANARY, newShopper, type Said, shopperProfile } from './shopper.ts'

/** What the shop saw, beside what the command said: the shop is the one who is believed. */
function seenBy({ store }: Bazaar, { expected }: Case) {
  const [order, ...more] = store.orders
  return {
    violations: store.violations,
    orders: more.length + (order ? 1 : 0),
    total: order && expected.total !== undefined ? order.total : undefined,
    payment: order && expected.payment !== undefined ? order.payment : undefined,
    delivery: order && expected.delivery !== undefined ? order.delivery : undefined,
    card: order && expected.card ? order.card : undefined,
  }
}

function wanted({ expected, options }: Case) {
  const isBought = expected.outcome === 'ordered' || options.fault === '502-after-commit'
  const { total, payment, delivery, card } = isBought ? expected : {}
  return {
    violations: [],
    orders: isBought ? 1 : 0,
    ...{ total, payment, delivery, card: card ? CANARY.number : undefined },
  }
}

function requireHonest({ code, result }: Said, { expected }: Case): void {
  const { outcome, reason, total } = expected
  const codes = { ordered: 0, handover: 3, 'not-ordered': 4, 'unknown-needs-member': 5 }
  expect({ code, ...result }).toMatchObject({
    code: codes[outcome],
    outcome,
    ...(reason ? { reason } : {}),
    ...(outcome === 'ordered' ? { total_minor: total } : {}),
  })
}

/** Runs the command at one shop and holds it against what the shop counts. */
export async function conform(test: Case): Promise<void> {
  const bazaar = await startBazaar(test.options)
  try {
    const shopper = newShopper({ ...shopperProfile, payment: [], ...test.profile })
    const said = await shopper.buy(bazaar.url, ...(test.args ?? []), '--size', test.size ?? '10')
    const story = `${said.err}\n${JSON.stringify(said.result)}`
    expect(seenBy(bazaar, test), story).toEqual(wanted(test))
    requireHonest(said, test)
    const kept = shopper.everything()
    expect(kept).not.toContain(CANARY.number)
    expect(`${story}${kept}`.replace(/\D/g, '')).not.toContain(CANARY.number)
  } finally {
    await bazaar.close()
  }
}
