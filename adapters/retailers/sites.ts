import type { RetailAdapter, Walk } from './adapter.ts'
import { siteAdapter } from './sites/adapter.ts'
import { adidas } from './sites/adidas/site.ts'
import { corner } from './sites/corner/site.ts'
import { footlocker } from './sites/footlocker/site.ts'
import { nike } from './sites/nike/site.ts'
import { shopify } from './sites/shopify/site.ts'
import type { Site } from './sites/site.ts'
import { woocommerce } from './sites/woocommerce/site.ts'
import { universalAdapter } from './universal/adapter.ts'

/** Adding a site: its folder, and its name here and in simulators.ts. */
export const sites: readonly Site[] = [nike, adidas, footlocker, shopify, woocommerce, corner]

export function findSite(name: string): Site | undefined {
  return sites.find((site) => site.name === name.toLowerCase())
}

export function siteNames(): string[] {
  return sites.map(({ name }) => name)
}

/** The page that a product's number leads to; undefined for a kind of shop that has many addresses. */
export function productUrl({ origin, path }: Site, sku: string): URL | undefined {
  return origin === null ? undefined : new URL(path.replace('{sku}', encodeURIComponent(sku)), origin)
}

/** The known site at an address. */
export function siteAt({ origin }: URL): Site | undefined {
  return sites.find((site) => site.origin === origin)
}

/** What buys at an address: the name of a known site, or 'universal'. */
export function adapterName(url: URL): string {
  return siteAt(url)?.name ?? universalAdapter.name
}

function adapterFor({ productUrl }: Walk): RetailAdapter {
  const site = siteAt(productUrl)
  return site ? siteAdapter(site) : universalAdapter
}

/** Buys anywhere: with what is known of the address's site, or as at any shop. */
export const shopAdapter: RetailAdapter = {
  ...universalAdapter,
  name: 'shop',
  walk: { ...universalAdapter.walk, find: (walk) => adapterFor(walk).walk.find(walk) },
  reconcile: (walk) => adapterFor(walk).reconcile(walk),
}
