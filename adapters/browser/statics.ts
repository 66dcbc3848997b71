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
/** Of all that one page may be built with: it is kept in our memory while the page is open. */
const MOST_BYTES_IN_ALL = 64 * 2 ** 20
const MOST_FILES = 500
/** What is under way is not counted yet. */
const AT_ONCE = 6
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
  const lanes = Array.from({ length: AT_ONCE }, (): Promise<unknown> => Promise.resolve())
  let left = MOST_BYTES_IN_ALL
  const load = async (url: string) => {
    if (left <= 0) return undefined
    // No redirects: a host of static files could lead to one that is none.
    const answer = await fetch({ url, redirects: 0, maxBytes: MOST_BYTES }).catch(() => undefined)
    left -= answer?.body.length ?? 0
    return answer
  }
  const ask = (url: string): Promise<Answer | undefined> => {
    if (asked.size >= MOST_FILES) return Promise.resolve(undefined)
    const lane = asked.size % AT_ONCE
    const answer = lanes[lane]?.then(() => load(url)) ?? load(url)
    lanes[lane] = answer
    return answer
  }
  return async (url, kind) => {
    const answer = asked.get(url) ?? ask(url)
    asked.set(url, answer)
    const found = await answer
    return found && handOn(found, kind)
  }
}
