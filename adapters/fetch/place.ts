import { Final, Retryable } from '../../core/errors.ts'
import { isAddress, isPublicAddress } from '../../core/url/address.ts'
import { isLoopbackHost, plainHost } from '../../core/url/host.ts'
import type { UrlPolicy } from '../../core/url/member-url.ts'
import type { Resolve } from './resolve.ts'

async function lookUp(resolve: Resolve, host: string, signal: AbortSignal): Promise<string[]> {
  const found = await resolve(host, signal).catch((cause: unknown) => {
    throw new Retryable({
      code: 'url.unreachable',
      message: `The name ${host} cannot be looked up.`,
      fix: 'Check the spelling, or try again later.',
      cause,
    })
  })
  if (found.length > 0) return found
  throw new Retryable({
    code: 'url.unreachable',
    message: `The name ${host} has no address.`,
    fix: 'Check the spelling, or try again later.',
  })
}

type Places = { policy: UrlPolicy; resolve: Resolve; signal: AbortSignal }

/**
 * The addresses that a checked URL may be fetched from, each of them checked too. One bad address among good ones
 * refuses the name: nobody who means well mixes them.
 * @throws Final `url.refused`; Retryable `url.unreachable` for a name without addresses
 */
export async function placesOf(url: URL, { policy, resolve, signal }: Places): Promise<string[]> {
  const host = plainHost(url.hostname)
  const isMine = policy.loopback && isLoopbackHost(host)
  if (isMine) return host === 'localhost' ? ['127.0.0.1', '::1'] : [host]
  const found = isAddress(host) ? [host] : await lookUp(resolve, host, signal)
  if (found.every(isPublicAddress)) return found
  throw new Final({
    code: 'url.refused',
    message: 'The address is not one on the public internet.',
    fix: 'Give one that anybody can reach.',
  })
}
