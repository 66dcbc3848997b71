import { plainHost } from './host.ts'

export type Shop = {
  origin: string
  /** Its registrable domain (example.co.uk); null for an address, or where there is none. */
  domain: string | null
}

/**
 * Does this URL lead to the shop itself: its origin, and at the usual ports its host by https instead of http, and every
 * host of its registrable domain (www., api., shop.). Never from https down to http.
 */
export function isOwn(url: URL, { origin, domain }: Shop): boolean {
  if (url.origin === origin) return true
  const shop = new URL(origin)
  if (url.protocol !== 'https:' && (url.protocol !== 'http:' || shop.protocol !== 'http:')) return false
  if (url.port !== '' || shop.port !== '') return false
  const host = plainHost(url.hostname)
  if (host === plainHost(shop.hostname)) return true
  return domain !== null && (host === domain || host.endsWith(`.${domain}`))
}
