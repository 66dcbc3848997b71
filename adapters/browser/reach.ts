import { isLoopbackHost, isPublicHost } from '../../core/url/host.ts'
import { isOwn, type Shop } from '../../core/url/own.ts'

export type RequestFence = {
  /** Origins the page may reach: the shop's own. */
  origins: string[]
  /** The registrable domain of the first of them, once it is known: all its hosts are the shop. */
  domain?: string | null
  /** Payment services that were let in. */
  services?: Shop[]
  /** Asked before each request to the shop itself; it may take its time, and refuse by throwing. */
  pass?: () => Promise<void>
  /** True once the button that buys may have been pressed: from then on a payment may lead on to a bank. */
  hasOrdered?: () => boolean
}

/** A request to the shop itself, not to a payment service. */
export function isShops(text: string, { origins, domain = null }: RequestFence): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return origins.some((origin, at) => isOwn(url, { origin, domain: at === 0 ? domain : null }))
}

/** May anything of the page go there? */
export function isAllowed(text: string, fence: RequestFence): boolean {
  if (/^(data|blob|about):/.test(text) || isShops(text, fence)) return true
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return fence.services?.some((service) => isOwn(url, service)) ?? false
}

/**
 * Somewhere else that a page of this shop may be let to at all: by https on the internet, or, for a shop on this machine,
 * on this machine. What a shop on the internet names of this machine, or of a private network, is none.
 */
export function elsewhere(text: string, { origins }: RequestFence): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  const isLocal = isLoopbackHost(url.hostname)
  if (isLocal !== isLoopbackHost(new URL(origins[0] ?? 'about:blank').hostname)) return undefined
  if (isLocal) return url
  return url.protocol === 'https:' && url.port === '' && isPublicHost(url.hostname) ? url : undefined
}
