import { Final } from '../errors.ts'
import { isLoopbackHost, isPublicHost } from './host.ts'

/** How far a URL that a member gave may lead. */
export type UrlPolicy = {
  /** True only for the local demo and tests: this machine's own addresses at any port, too. */
  loopback: boolean
}

const LONGEST = 2_000
const ports: Record<string, string> = { 'http:': '80', 'https:': '443' }

function refuse(message: string, fix: string): Final {
  return new Final({ code: 'url.refused', message, fix })
}

function requirePlainText(text: string, base?: string): URL {
  // The standard's parser drops tabs and line ends and takes "\" for "/"; what others read there is anyone's guess.
  const isOdd = text.length > LONGEST || /[\s\\\p{Cc}]/u.test(text)
  if (isOdd || !URL.canParse(text, base))
    throw refuse('This is not a web address.', 'Give one address of up to 2,000 characters, without spaces.')
  return new URL(text, base)
}

/**
 * A URL that a member gave (a webhook, a monitored page, an image), checked as far as its text goes; where its name
 * leads is checked by adapters/fetch. The fragment is cut off.
 * @throws Final `url.refused`: not http(s), a port of its own, user:password@, or a host inside a network
 */
export function requireMemberUrl(text: string, policy: UrlPolicy): URL {
  return requireReachable(requirePlainText(text), policy)
}

/**
 * Where a redirect of such a URL leads, checked as the URL itself was.
 * @throws Final `url.refused`, for a step down from https to http too
 */
export function requireRedirect(from: URL, location: string, policy: UrlPolicy): URL {
  const to = requireReachable(requirePlainText(location, from.href), policy)
  if (from.protocol === 'http:' || to.protocol === 'https:') return to
  throw refuse('The address leads from https to http.', 'Give the address it should lead to.')
}

function requireReachable(url: URL, { loopback }: UrlPolicy): URL {
  const usualPort = ports[url.protocol]
  if (!usualPort) throw refuse('Only addresses with http and https are fetched.', 'Use the https address.')
  if (url.username || url.password)
    throw refuse('The address carries a user name or a password.', 'Leave out what stands before the "@".')
  url.hash = ''
  if (loopback && isLoopbackHost(url.hostname)) return url
  if (!isPublicHost(url.hostname))
    throw refuse('The address is not one on the public internet.', 'Give one that anybody can reach.')
  if (url.port && url.port !== usualPort)
    throw refuse('Only the usual ports are fetched from: 80 for http, 443 for https.', 'Leave out the port.')
  return url
}
