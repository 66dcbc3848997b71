import { isIPv6 } from 'node:net'

/** The eight groups of an IPv6 address, "::" filled in. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail ? tail.split(':') : []
  const gap = tail === undefined ? 0 : 8 - front.length - back.length
  return [...front, ...Array<string>(Math.max(0, gap)).fill('0'), ...back]
}

/**
 * What one subscriber has: the IPv4 address itself, of IPv6 the /64 (RFC 6177 gives each at least that much, so that
 * counting single addresses would count nothing).
 */
export function networkOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(bare)) return bare
  // The URL parser writes an address in its one canonical form (RFC 5952), dotted tails included.
  const canonical = new URL(`http://[${bare}]/`).hostname.slice(1, -1)
  return `${groupsOf(canonical).slice(0, 4).join(':')}::/64`
}
