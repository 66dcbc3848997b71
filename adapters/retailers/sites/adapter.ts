import { handOver, type Lookup, type RetailAdapter, type Walk } from '../adapter.ts'
import { universalAdapter } from '../universal/adapter.ts'
import { guard } from '../universal/guard.ts'
import { readText, readUntil } from '../universal/page.ts'
import { words } from '../universal/words.ts'
import type { Site } from './site.ts'
import { teach } from './teach.ts'

/** A page that shows an order may be built by a script. */
const SHOWS_MS = 1_500

/** The number in an address of the site's; undefined when it is another kind of address. */
function skuOf({ path }: Site, url: URL): string | undefined {
  const [before = '', after = ''] = path.split('{sku}')
  const asked = url.pathname + url.search
  if (!asked.startsWith(before) || !asked.endsWith(after)) return undefined
  return decodeURIComponent(asked.slice(before.length, asked.length - after.length)) || undefined
}

/** The product's page in a list of what was found; undefined when the page is no such list. */
async function listed(site: Site, { page, productUrl }: Walk): Promise<URL | undefined> {
  const sku = site.isList ? skuOf(site, productUrl)?.toLowerCase() : undefined
  if (!sku) return undefined
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((el) => (el as HTMLAnchorElement).href))
  const hit = links.find((href) => {
    const url = URL.canParse(href) ? new URL(href) : undefined
    return url?.origin === productUrl.origin && url.pathname.toLowerCase().endsWith(`/${sku}`)
  })
  return hit ? new URL(hit) : undefined
}

async function find(site: Site, walk: Walk): Promise<string | null> {
  await teach(walk.page, site.meanings)
  let found = await universalAdapter.walk.find(walk)
  const product = await listed(site, walk)
  if (product) found = await universalAdapter.walk.find({ ...walk, productUrl: product })
  else if (site.isList && skuOf(site, walk.productUrl))
    throw handOver(walk, 'unknown-page', 'The site lists no product of this number.')
  walk.facts.reviewPolicy ??= site.policy
  return found
}

/** What the site shows of the session's last order: a page that is read, and nothing on it pressed. */
async function readLast(path: string, walk: Walk): Promise<Lookup | undefined> {
  const { page, productUrl } = walk
  await page.goto(new URL(path, productUrl).href, { waitUntil: 'domcontentloaded' })
  await guard(walk)
  const read = () => readText(page)
  const isThanks = (text: string) => words.thanks.test(text)
  if (!isThanks(await readUntil(page, { read, wanted: isThanks, ms: SHOWS_MS }))) return undefined
  const seen = await universalAdapter.confirm(walk)
  if (seen.kind !== 'ordered' || seen.number === null) return undefined
  const text = (await readText(page)).replace(/\s+/g, ' ').slice(0, 2_000)
  return { kind: 'listed', orders: [{ number: seen.number, text, placedAt: null }], evidence: seen.evidence }
}

/** Buys at a known site: the steps of every shop, told beforehand what this one's pages mean. */
export function siteAdapter(site: Site): RetailAdapter {
  const reconcile = async (walk: Walk): Promise<Lookup> => {
    await teach(walk.page, site.meanings)
    const last = site.lastOrder ? await readLast(site.lastOrder, walk) : undefined
    return last ?? universalAdapter.reconcile(walk)
  }
  const walk = { ...universalAdapter.walk, find: (each: Walk) => find(site, each) }
  return { ...universalAdapter, name: site.name, walk, reconcile }
}
