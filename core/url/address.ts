/** A block of addresses that no URL of a member's may lead to: its first address and its prefix length. */
type Block = readonly [address: string, prefix: number, why: string]

/** What of IPv4 is not the public internet: IANA's special-purpose registry, multicast, reserved, a cloud's inside. */
const closedV4: readonly Block[] = [
  ['0.0.0.0', 8, 'this host (RFC 1122)'],
  ['10.0.0.0', 8, 'private (RFC 1918)'],
  ['100.64.0.0', 10, "carriers' NAT (RFC 6598); Alibaba's metadata"],
  ['127.0.0.0', 8, 'loopback'],
  ['168.63.129.16', 32, "Azure's own agent, a public address only by its number"],
  ['169.254.0.0', 16, "link-local (RFC 3927); every cloud's metadata"],
  ['172.16.0.0', 12, 'private (RFC 1918)'],
  ['192.0.0.0', 24, "protocol assignments (RFC 6890); Oracle's metadata"],
  ['192.0.2.0', 24, 'documentation (RFC 5737)'],
  ['192.31.196.0', 24, 'AS112 (RFC 7535)'],
  ['192.52.193.0', 24, 'AMT (RFC 7450)'],
  ['192.88.99.0', 24, '6to4 relays (RFC 7526)'],
  ['192.168.0.0', 16, 'private (RFC 1918)'],
  ['192.175.48.0', 24, 'AS112 (RFC 7534)'],
  ['198.18.0.0', 15, 'benchmarks (RFC 2544)'],
  ['198.51.100.0', 24, 'documentation (RFC 5737)'],
  ['203.0.113.0', 24, 'documentation (RFC 5737)'],
  ['224.0.0.0', 4, 'multicast (RFC 5771)'],
  ['240.0.0.0', 4, 'reserved and broadcast (RFC 1112)'],
]

/**
 * Of IPv6 only 2000::/3 is handed out for use on the internet. All else is closed by that alone: ::, ::1, IPv4 mapped
 * (::ffff:0:0/96) and translated (NAT64: 64:ff9b::/96, 64:ff9b:1::/48), fc00::/7, fe80::/10, ff00::/8.
 */
const openV6: Block = ['2000::', 3, 'global unicast (RFC 4291)']
const closedV6: readonly Block[] = [
  ['2001::', 23, 'protocol assignments (RFC 2928), with Teredo, which carries IPv4'],
  ['2001:db8::', 32, 'documentation (RFC 3849)'],
  ['2002::', 16, '6to4 (RFC 3056), which carries IPv4'],
  ['2620:4f:8000::', 48, 'AS112 (RFC 7534)'],
  ['3fff::', 20, 'documentation (RFC 9637)'],
]

const closed = [...closedV4, ...closedV6]

/** The 4 bytes of an address in dotted form. */
function bytesOfV4(text: string): number[] | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number)
  return parts?.every((part) => part < 256) ? parts : undefined
}

/** The 16 bytes of an IPv6 address; the URL standard's parser knows all its forms and writes one. */
function bytesOfV6(text: string): number[] | undefined {
  if (!/^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(text) || !URL.canParse(`http://[${text}]`)) return undefined
  const [head = '', tail] = new URL(`http://[${text}]`).hostname.slice(1, -1).split('::')
  const groups = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
  const [front, back] = [groups(head), groups(tail ?? '')]
  const middle = Array.from({ length: 8 - front.length - back.length }, () => 0)
  return [...front, ...middle, ...back].flatMap((group) => [group >> 8, group & 255])
}

const bytesOf = (text: string) => bytesOfV4(text) ?? bytesOfV6(text)

function isWithin(bytes: readonly number[], [first, prefix]: Block): boolean {
  const base = bytesOf(first) ?? []
  // The first 4 bytes of an IPv6 address are no IPv4 address.
  if (base.length !== bytes.length) return false
  return bytes.every((byte, index) => {
    const bits = Math.min(8, Math.max(0, prefix - index * 8))
    const mask = (0xff << (8 - bits)) & 0xff
    return (byte & mask) === ((base[index] ?? 0) & mask)
  })
}

/** True for an IP address as text, without brackets. */
export function isAddress(text: string): boolean {
  return bytesOf(text) !== undefined
}

/**
 * True for an address on the public internet. What is no address is not public, nor is one with a zone ("fe80::1%eth0").
 * Source: IANA's special-purpose address registries for IPv4 and IPv6 (RFC 6890, as of 2026).
 */
export function isPublicAddress(text: string): boolean {
  const bytes = bytesOf(text)
  if (!bytes) return false
  const isOpen = bytes.length === 4 || isWithin(bytes, openV6)
  return isOpen && !closed.some((block) => isWithin(bytes, block))
}

const loopback: readonly Block[] = [
  ['127.0.0.0', 8, 'RFC 1122'],
  ['::1', 128, 'RFC 4291'],
]

/** True for the addresses of this machine alone: 127.0.0.0/8 and ::1. */
export function isLoopbackAddress(text: string): boolean {
  const bytes = bytesOf(text)
  return bytes !== undefined && loopback.some((block) => isWithin(bytes, block))
}
