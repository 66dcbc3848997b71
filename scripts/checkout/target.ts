import { requireShopUrl } from '../../adapters/browser/fence.ts'
import type { RetailAdapter } from '../../adapters/retailers/adapter.ts'
import { siteAdapter } from '../../adapters/retailers/sites/adapter.ts'
import type { Site } from '../../adapters/retailers/sites/site.ts'
import { findSite, productUrl, shopAdapter, siteNames } from '../../adapters/retailers/sites.ts'
import { Final } from '../../core/errors.ts'
import type { Flags } from './flags.ts'

export type Target = { url: URL; adapter: RetailAdapter }

function siteOf(name: string): Site {
  const site = findSite(name)
  if (site) return site
  throw new Final({
    code: 'config.invalid',
    message: `SNPD knows no site called ${name}.`,
    fix: `It knows ${siteNames().join(', ')}; for any other shop give --url with the product page.`,
  })
}

/**
 * The product page that is meant, and what buys there. Shops on this machine may be visited: who runs the command owns
 * both.
 * @throws Final
 */
export function targetOf(target: Flags['target']): Target {
  const site = target.site === undefined ? undefined : siteOf(target.site)
  if ('url' in target) {
    const url = requireShopUrl(target.url, true)
    return { url, adapter: site ? siteAdapter(site) : shopAdapter }
  }
  const url = site && productUrl(site, target.sku)
  if (site && url) return { url, adapter: siteAdapter(site) }
  throw new Final({
    code: 'config.invalid',
    message: `${target.site} is a kind of shop with many addresses.`,
    fix: `Give --url with the product page, together with --site ${target.site}.`,
  })
}
