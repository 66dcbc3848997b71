import type { Socket } from 'node:net'
import { Final, isSnpdError, Retryable } from '../../core/errors.ts'
import { requireMemberUrl, requireRedirect, type UrlPolicy } from '../../core/url/member-url.ts'
import { type Dial, dialDirectly, dialFirst } from './dial.ts'
import { type Answer, exchange, type Message, type Method, redirectOf } from './exchange.ts'
import { placesOf } from './place.ts'
import { openResolver, type Resolve } from './resolve.ts'

export type GuardedRequest = {
  /** As the member gave it. */
  url: string
  method?: Method
  /** Sent to the URL's own origin only: a redirect elsewhere goes without them. */
  headers?: Readonly<Record<string, string>>
  body?: string | Uint8Array
  /** 1 MiB by default. */
  maxBytes?: number
  /** Cuts a longer answer off instead of refusing it. */
  cut?: boolean
  /** For everything together, redirects included. 10,000 by default. */
  timeoutMs?: number
  /** How many are followed, of GET and HEAD alone; 3 by default. A redirect of a POST is its answer. */
  redirects?: number
}

/**
 * Fetches a URL that a member gave: a webhook, a monitored page, an image. Every address is checked after its name is
 * resolved and dialled as it was checked; so is every redirect.
 * @throws Final `url.refused`, `url.redirects`, `url.too-large`; Retryable `url.unreachable`
 */
export type GuardedFetch = (request: GuardedRequest) => Promise<Answer>

export type GuardOptions = UrlPolicy & {
  resolve?: Resolve
  dial?: Dial
}

export type Guard = { policy: UrlPolicy; resolve: Resolve; dial: Dial }

/** A connection to where a checked URL leads, its addresses checked as they are dialled. */
export async function dialGuarded(
  { policy, resolve, dial }: Guard,
  url: URL,
  signal: AbortSignal,
): Promise<Socket> {
  return dialFirst(url, await placesOf(url, { policy, resolve, signal }), { dial, signal })
}

/** What is set, with the machine's own ways where nothing is. */
export function guardOf({ loopback, resolve, dial }: GuardOptions): Guard {
  return { policy: { loopback }, resolve: resolve ?? openResolver(), dial: dial ?? dialDirectly }
}

async function fetchOnce(guard: Guard, url: URL, message: Message): Promise<Answer> {
  return exchange(url, await dialGuarded(guard, url, message.signal), message)
}

async function fetchAll(guard: Guard, request: GuardedRequest, message: Message): Promise<Answer> {
  const most = message.method === 'POST' ? 0 : (request.redirects ?? 3)
  const first = requireMemberUrl(request.url, guard.policy)
  for (let url = first, hop = 0; ; hop++) {
    const headers = url.origin === first.origin ? message.headers : {}
    const answer = await fetchOnce(guard, url, { ...message, headers })
    const location = redirectOf(answer)
    if (location === undefined || message.method === 'POST') return answer
    if (hop === most)
      throw new Final({
        code: 'url.redirects',
        message: `The address leads on more than ${most} times.`,
        fix: 'Give the address where it ends.',
      })
    url = requireRedirect(url, location, guard.policy)
  }
}

/** What went wrong, in SNPD's own words. */
export function asFailure(error: unknown, isLate: boolean, timeoutMs: number): Final | Retryable {
  if (isSnpdError(error) && !isLate) return error
  return new Retryable({
    code: 'url.unreachable',
    message: isLate ? `There was no whole answer within ${timeoutMs} ms.` : 'The address does not answer.',
    fix: 'Check that it works from elsewhere, and try again later.',
    cause: error,
  })
}

/** The one way out for URLs that members give. `loopback` is for the local demo and tests. */
export function openGuard(options: GuardOptions): GuardedFetch {
  const guard = guardOf(options)
  return async (request) => {
    const { method = 'GET', headers = {}, body, maxBytes = 2 ** 20, cut, timeoutMs = 10_000 } = request
    const message = { method, headers, body, maxBytes, cut, signal: AbortSignal.timeout(timeoutMs) }
    return fetchAll(guard, request, message).catch((error: unknown) => {
      throw asFailure(error, message.signal.aborted, timeoutMs)
    })
  }
}
