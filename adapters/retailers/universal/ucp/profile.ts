import { profileShape, type UcpProfile } from './shape.ts'

/** The shop's own: its origin, or a name below the shop's. Nobody else is told who buys. */
function isOwn(endpoint: URL, shop: URL): boolean {
  if (endpoint.origin === shop.origin) return true
  const home = shop.hostname.replace(/^www\./, '')
  const isBelow = endpoint.hostname === home || endpoint.hostname.endsWith(`.${home}`)
  return endpoint.protocol === 'https:' && endpoint.port === '' && isBelow
}

/** A shop's profile; undefined when it is none, offers no checkout over REST, or sends its guests elsewhere. */
export function readUcpProfile(json: unknown, shop: URL): UcpProfile | undefined {
  const parsed = profileShape.safeParse(json)
  if (!parsed.success) return undefined
  const { ucp, payment } = parsed.data
  const { names } = ucp.capabilities
  const endpoints = ucp.services['dev.ucp.shopping'].flatMap(
    ({ transport, endpoint, rest }) => rest?.endpoint ?? (transport === 'rest' ? (endpoint ?? []) : []),
  )
  const own = endpoints.find((each) => URL.canParse(each) && isOwn(new URL(each), shop))
  if (!own || !names.includes('dev.ucp.shopping.checkout')) return undefined
  return {
    endpoint: own.replace(/\/+$/, ''),
    looksUp: names.includes('dev.ucp.shopping.catalog.lookup'),
    searches: names.includes('dev.ucp.shopping.catalog.search'),
    handlers: ucp.payment_handlers ?? payment?.handlers ?? [],
  }
}
