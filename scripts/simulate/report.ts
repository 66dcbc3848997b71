import { jsonOf, sentenceFor } from '../checkout/result.ts'
import type { SimulateFlags } from './flags.ts'
import type { Simulated } from './run.ts'

/** One line: the object of `npm run checkout --json`, with what the simulator counted. */
export function jsonFor({ site, scenario, mode, size }: SimulateFlags, simulated: Simulated): string {
  const { outcome, url, orders, violations } = simulated
  const counted = orders.map(({ number, size: ordered, quantity, total }) => ({
    ...{ number, size: ordered, quantity, total_minor: total },
  }))
  const asked = JSON.parse(jsonOf(outcome, { url, size, mode })) as object
  return `${JSON.stringify({ ...asked, site, scenario, shop: { orders: counted, violations } })}\n`
}

/** The same for a person. */
export function wordsFor({ site, scenario }: SimulateFlags, simulated: Simulated): string {
  const { outcome, orders, violations } = simulated
  const counted = `The simulator of ${site} (${scenario}) counted ${orders.length} ${orders.length === 1 ? 'order' : 'orders'} and ${violations.length} violations.`
  return [sentenceFor(outcome), counted, ...violations.map((each) => `  - ${each}`), ''].join('\n')
}
