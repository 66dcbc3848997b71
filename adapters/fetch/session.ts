import { Agent, type AgentOptions } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import type { Duplex } from 'node:stream'
import { requireMemberUrl } from '../../core/url/member-url.ts'
import { type Answer, converse, type Message, StaleConnection } from './exchange.ts'
import { asFailure, dialGuarded, type Guard, type GuardOptions, guardOf } from './guarded.ts'

export type SessionRequest = { url: string; headers?: Readonly<Record<string, string>> }

/**
 * Several requests to one shop over one connection that is kept between them. As guarded as a request alone: every URL is
 * checked, and every connection is to an address that was checked when it was dialled. Redirects are answers.
 */
export type ShopSession = {
  /**
   * One GET; the body may be packed (adapters/fetch/unpack.ts).
   * @throws Final `url.refused`, `url.too-large`; Retryable `url.unreachable`
   */
  get: (request: SessionRequest) => Promise<Answer>
  /** Ends its connections. */
  close: () => void
}

export type SessionOptions = GuardOptions & {
  /** Of one answer, as it is sent. 4 MiB by default. */
  maxBytes?: number
  /** For one request. 10,000 by default. */
  timeoutMs?: number
}

const KEPT: AgentOptions = { keepAlive: true, maxSockets: 1, maxFreeSockets: 1 }
const ENCODINGS = 'gzip, br'

type Created = (error: Error | null, socket: Duplex) => void

/** An agent whose connections are dialled by the guard, and by nothing else. */
function agentFor(guard: Guard, url: URL, timeoutMs: number): Agent {
  const agent = url.protocol === 'https:' ? new SecureAgent(KEPT) : new Agent(KEPT)
  agent.createConnection = (_, done?: Created) => {
    dialGuarded(guard, url, AbortSignal.timeout(timeoutMs)).then(
      (socket) => done?.(null, socket),
      // Node's types want a socket beside an error.
      (error: Error) => (done as ((error: Error) => void) | undefined)?.(error),
    )
    return undefined
  }
  return agent
}

/** Opens nothing yet: the first request does. */
export function openSession({
  maxBytes = 2 ** 22,
  timeoutMs = 10_000,
  ...options
}: SessionOptions): ShopSession {
  const guard = guardOf(options)
  const agents = new Map<string, Agent>()
  const agentOf = (url: URL) => {
    const agent = agents.get(url.origin) ?? agentFor(guard, url, timeoutMs)
    agents.set(url.origin, agent)
    return agent
  }
  const ask = async (url: URL, message: Message): Promise<Answer> => {
    const way = { agent: agentOf(url) }
    return converse(url, way, message).catch((error: unknown) => {
      if (!(error instanceof StaleConnection) || message.signal.aborted) throw error
      return converse(url, way, message)
    })
  }
  return {
    get: async ({ url, headers = {} }) => {
      const signal = AbortSignal.timeout(timeoutMs)
      const message: Message = { method: 'GET', headers, maxBytes, signal, encodings: ENCODINGS }
      try {
        return await ask(requireMemberUrl(url, guard.policy), message)
      } catch (error) {
        throw asFailure(error, signal.aborted, timeoutMs)
      }
    },
    close: () => {
      for (const agent of agents.values()) agent.destroy()
      agents.clear()
    },
  }
}
