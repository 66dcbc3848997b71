import { isAddress, isLoopbackAddress, isPublicAddress } from './address.ts'

/** Last labels that are never names on the internet (RFC 6761, RFC 6762, RFC 9476, ICANN's `.internal`, and habit). */
const insideNames = new Set([
  'alt',
  'corp',
  'home',
  'internal',
  'intranet',
  'invalid',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'onion',
  'private',
])

/** A URL's hostname without brackets and without the dot that ends a full name. */
export function plainHost(hostname: string): string {
  return hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
}

/**
 * True when a URL's hostname may be one on the internet: a public address, or a name of several labels that no
 * convention keeps for the inside. What such a name leads to is known only once it is resolved.
 */
export function isPublicHost(hostname: string): boolean {
  const host = plainHost(hostname)
  if (isAddress(host)) return isPublicAddress(host)
  const labels = host.split('.')
  const last = labels.at(-1) ?? ''
  return labels.length > 1 && !insideNames.has(last) && !/(^|\.)home\.arpa$/.test(host) && !/^\d+$/.test(last)
}

/** True for localhost and the addresses of loopback. */
export function isLoopbackHost(hostname: string): boolean {
  const host = plainHost(hostname)
  return host === 'localhost' || isLoopbackAddress(host)
}
