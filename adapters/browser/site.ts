import type { BrowserContext } from 'playwright-core'
import { isAddress } from '../../core/url/address.ts'
import { plainHost } from '../../core/url/host.ts'

const NAME = '__snpd_site'
/** No public suffix has more labels. */
const MOST_LABELS = 6

/**
 * The registrable domain of a host: its public suffix and one label. By the list that Chromium itself carries (private
 * suffixes such as github.io included): it takes no cookie for a whole suffix, so the shortest domain that a cookie can be
 * set for is the answer. Leaves no cookie behind.
 * @returns null for an address, a host without a dot, and a public suffix
 */
export async function siteOf(context: BrowserContext, hostname: string): Promise<string | null> {
  const host = plainHost(hostname)
  const labels = host.split('.')
  if (isAddress(host) || labels.length < 2) return null
  const most = Math.min(labels.length, MOST_LABELS)
  const domains = Array.from({ length: most }, (_, at) => labels.slice(-1 - at).join('.'))
  // At a path of no page: it is sent nowhere.
  const cookie = { name: NAME, value: '1', path: '/__snpd_site/none', secure: true }
  await context.addCookies(domains.map((domain) => ({ ...cookie, domain: `.${domain}` })))
  const taken = new Set(
    (await context.cookies()).filter(({ name }) => name === NAME).map((one) => one.domain),
  )
  await context.clearCookies({ name: NAME })
  return domains.find((domain) => taken.has(`.${domain}`)) ?? null
}
