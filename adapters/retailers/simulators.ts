import type { SimulatedSite } from './simulator/shop.ts'
import { adidasSimulator } from './sites/adidas/simulator/site.ts'
import { cornerSimulator } from './sites/corner/simulator.ts'
import { footlockerSimulator } from './sites/footlocker/simulator/site.ts'
import { nikeSimulator } from './sites/nike/simulator/site.ts'
import { shopifySimulator } from './sites/shopify/simulator/site.ts'
import { woocommerceSimulator } from './sites/woocommerce/simulator/site.ts'

const simulators: Readonly<Record<string, () => SimulatedSite>> = {
  nike: () => nikeSimulator,
  adidas: () => adidasSimulator,
  footlocker: () => footlockerSimulator,
  shopify: () => shopifySimulator,
  woocommerce: () => woocommerceSimulator,
  corner: cornerSimulator,
}

/** The site's simulator, to be opened once; undefined for a site without one. */
export function findSimulator(name: string): SimulatedSite | undefined {
  return simulators[name]?.()
}
