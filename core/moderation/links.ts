import { isPublicHost, plainHost } from '../url/host.ts'

/** A link of a text. */
export type Link = {
  /** Lower case, international names in their ASCII form. */
  host: string
  /** Carries a user name before its host, which hides where it leads. */
  disguised: boolean
}

const unseen = /[\p{Cf}\p{M}]/gu
/** How people write a dot that is to be read and not to be seen: "example [dot] com". */
const dots = /\s*(?:\[\.\]|\(\.\)|\{\.\}|[[({]\s*dot\s*[\])}]|[。．｡])\s*|\s+dot\s+/giu
/** With a scheme or "www.", or a bare name that ends as names of the internet mostly do. */
const written =
  /(?:h(?:tt|xx)ps?\s?:\s?\/\/\s?|(?<![\p{L}\p{N}.@-])www\.)[^\s<>"'()]+|(?<![\p{L}\p{N}.@/-])(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|io|co|me|gg|app|shop|store|xyz|link|site|online|top|info|biz|club|live|ru|cn|tk|uk|ca|us|eu|de|fr|ly|gl|to|gd)(?![\p{L}\p{N}-])(?:[:/?#][^\s<>"'()]*)?/giu

function linkOf(text: string): Link | undefined {
  const bare = text.replace(/\s|[.,;:!?]+$/g, '').replace(/^h(?:tt|xx)(ps?):/i, 'htt$1:')
  const url = /^https?:/i.test(bare) ? bare : `http://${bare}`
  if (!URL.canParse(url)) return undefined
  const { hostname, username, password } = new URL(url)
  const host = plainHost(hostname)
  return isPublicHost(host) ? { host, disguised: username !== '' || password !== '' } : undefined
}

/** The links of a text, written in whatever way a reader would follow. */
export function linksIn(text: string): Link[] {
  const plain = text.normalize('NFKC').replace(unseen, '').replace(dots, '.')
  return (plain.match(written) ?? []).flatMap((found) => linkOf(found) ?? [])
}

/** Names that only lead elsewhere, so that nobody can see where. */
const hiding = new Set([
  'bit.ly',
  'cutt.ly',
  'goo.gl',
  'is.gd',
  'ow.ly',
  'rb.gy',
  'shorturl.at',
  't.co',
  't.ly',
  'tinyurl.com',
])

/** True when one cannot see where the link leads. */
export function hidesItsEnd({ host, disguised }: Link): boolean {
  return disguised || hiding.has(host.replace(/^www\./, ''))
}

/** True when the link leads to this domain or one below it. */
export function leadsTo({ host }: Link, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`)
}
