import { requireShopUrl } from '../../adapters/browser/fence.ts'
import { findSite, siteNames } from '../../adapters/retailers/sites.ts'
import { Final } from '../../core/errors.ts'
import type { Flags } from './flags.ts'

/** The product page that is meant. Shops on this machine may be visited: who runs the command owns both. @throws Final */
export function urlOf(target: Flags['target']): URL {
  if ('url' in target) return requireShopUrl(target.url, true)
  const site = findSite(target.site)
  if (site) return new URL(site.productPath.replace('{sku}', encodeURIComponent(target.sku)), site.origin)
  throw new Final({
    code: 'config.invalid',
    message: `SNPD knows no site called ${target.site}.`,
    fix: `It knows ${siteNames().join(', ')}; for any other shop give --url with the product page.`,
  })
}
