import { isLoopbackHost } from '../../core/url/host.ts'
import type { Answer } from '../fetch/exchange.ts'
import { type GuardedFetch, openGuard } from '../fetch/guarded.ts'
import { isPayments } from './payment.ts'
import { elsewhere, isShops, type RequestFence } from './reach.ts'

// What pages are built with and comes from hosts that hold nothing else: scripts, styles and fonts. The page itself never
// reaches these hosts; we fetch for it, without cookies, without saying from where, and hand on what is of the kind asked for.

/** What hosts of static files call themselves: a label of their name, or one of those that serve others' files. */
const LABEL =
  /(^|[.-])(cdn[\w]*|[\w]*cdn|static[\w]*|assets?|dist|bundles?|scripts?|js|css|fonts?|files|resources?)\d*([.-])/i
const SERVES_OTHERS =
  /(^|\.)(cloudfront\.net|akamaized\.net|akamaihd\.net|azureedge\.net|fastly\.net|jsdelivr\.net|unpkg\.com|gstatic\.com|ajax\.googleapis\.com|code\.jquery\.com|esm\.sh)$/i

type Asked = {
  url: string
  method: string /** As Chromium says: "script", "Script". */
  kind: string
  page: string
}

/** Hosts of this machine have no names of their own: there the path's first folder counts as one. */
function nameOf({ hostname, pathname }: URL): string {
  const [, folder = '', file] = pathname.split('/')
  if (!isLoopbackHost(hostname)) return hostname
  return file === undefined ? '' : folder
}

const KINDS: Readonly<Record<string, RegExp>> = {
  script: /^(application|text)\/(x-)?(java|ecma)script\b/i,
  stylesheet: /^text\/css\b/i,
  font: /^(font\/|application\/(x-)?font|application\/vnd\.ms-fontobject|application\/octet-stream)/i,
}

/**
 * A file that a page of the shop may be built with: by GET, a script, a style or a font, from a host that calls itself one
 * of static files; from payment services their script, which opens their frames.
 */
export function isStatic({ url: text, method, kind: named, page }: Asked, fence: RequestFence): boolean {
  const kind = named.toLowerCase()
  const url = elsewhere(text, fence)
  if (!url || method !== 'GET' || !KINDS[kind] || !isShops(page, fence)) return false
  if (kind === 'script' && isPayments(new URL(url.origin), '')) return true
  return LABEL.test(`${nameOf(url)}.`) || SERVES_OTHERS.test(url.hostname)
}

const MOST_BYTES = 8 * 2 ** 20
const HANDED_ON = /^(content-type|access-control-allow-\w+|cross-origin-resource-policy|timing-allow-origin)$/

export type Static = { status: number; headers: Record<string, string>; body: Buffer }
/** Undefined where there is nothing of that kind. */
export type Statics = (url: string, kind: string) => Promise<Static | undefined>

function handOn({ status, headers, body }: Answer, kind: string): Static | undefined {
  const type = headers['content-type'] ?? ''
  if (status !== 200 || !KINDS[kind.toLowerCase()]?.test(type)) return undefined
  const kept = Object.entries(headers).filter(([name]) => HANDED_ON.test(name))
  return { status, headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])), body }
}

/** Each file once, for as long as the page is open. */
export function openStatics(fence: RequestFence): Statics {
  const loopback = isLoopbackHost(new URL(fence.origins[0] ?? 'about:blank').hostname)
  const fetch: GuardedFetch = openGuard({ loopback })
  const asked = new Map<string, Promise<Answer | undefined>>()
  return async (url, kind) => {
    // No redirects: a host of static files could lead to one that is none.
    const answer = asked.get(url) ?? fetch({ url, redirects: 0, maxBytes: MOST_BYTES }).catch(() => undefined)
    asked.set(url, answer)
    const found = await answer
    return found && handOn(found, kind)
  }
}
