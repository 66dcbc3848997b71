import { Resolver } from 'node:dns/promises'

/** Every address that a name has, A and AAAA; none when it has none. */
export type Resolve = (name: string, signal: AbortSignal) => Promise<string[]>

export type ResolverOptions = {
  /** "address:port" of the DNS servers to ask; the machine's own by default. */
  servers?: readonly string[]
}

const nothing = new Set(['ENODATA', 'ENOTFOUND'])

/** An empty list for "there is none"; what else went wrong is thrown. */
async function orNone(answer: Promise<string[]>): Promise<string[]> {
  return answer.catch((error: NodeJS.ErrnoException) => {
    if (nothing.has(error.code ?? '')) return []
    throw error
  })
}

/**
 * Asks DNS itself, without /etc/hosts or search domains, which name insides. And not through getaddrinfo: a name whose
 * servers are slow would hold one of Node's four threads, which argon2 and files need.
 */
export function openResolver({ servers }: ResolverOptions = {}): Resolve {
  return async (name, signal) => {
    signal.throwIfAborted()
    // One for each question: cancelling ends all that a resolver has asked.
    const resolver = new Resolver({ timeout: 2_000, tries: 2 })
    if (servers) resolver.setServers(servers)
    const cancel = () => resolver.cancel()
    signal.addEventListener('abort', cancel, { once: true })
    const answers = [orNone(resolver.resolve4(name)), orNone(resolver.resolve6(name))]
    return Promise.all(answers)
      .then((found) => found.flat())
      .finally(() => signal.removeEventListener('abort', cancel))
  }
}
