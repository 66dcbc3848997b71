import { io, type Socket } from 'socket.io-client'
import type { AlertFilter } from '../../core/alert/filter.ts'
import { matches } from '../../core/alert/match.ts'
import type { Alert } from '../../core/alert/shape.ts'
import type { FollowAnswer, SentAlert } from '../../core/alert/socket.ts'

const RECONNECT_MS = { reconnectionDelay: 50, reconnectionDelayMax: 500, timeout: 2_000 }
const ANSWER_MS = 10_000

/** Heard at a moment of this process's clock. Milliseconds since 1970. */
export type Heard = { alert: SentAlert; at: number }

/** A client that follows alerts, and after each gap asks for what it missed. */
export class Ear {
  readonly heard: Heard[] = []
  readonly filters: readonly AlertFilter[]
  /** How often its connection was lost. */
  gaps = 0
  /** What no gateway may say to it. */
  problem: string | undefined
  #after: number | undefined
  readonly #socket: Socket
  readonly #first = Promise.withResolvers<void>()

  constructor(origin: string, filters: readonly AlertFilter[]) {
    this.filters = filters
    const how = { path: '/rt', transports: ['websocket'], forceNew: true, ...RECONNECT_MS }
    this.#socket = io(origin, how)
    this.#socket.on('connect', () => void this.#follow())
    this.#socket.on('disconnect', () => this.gaps++)
    this.#socket.on('alert', (alert: SentAlert) => {
      this.heard.push({ alert, at: Date.now() })
      this.#reach(alert.seq)
    })
    this.#socket.on('alerts:gap', ({ after }: { after: number }) => {
      this.problem ??= `a gateway cannot tell what came after ${after}`
    })
  }

  /** Resolves when it is told everything from now on. */
  get ready(): Promise<void> {
    return this.#first.promise
  }

  #reach(place: number): void {
    this.#after = Math.max(this.#after ?? 0, place)
  }

  async #follow(): Promise<void> {
    const asked = { filters: this.filters, ...(this.#after !== undefined && { after: this.#after }) }
    const answer: FollowAnswer | undefined = await this.#socket
      .timeout(ANSWER_MS)
      .emitWithAck('alerts:follow', asked)
      .catch(() => undefined)
    // Not answered: the gateway is gone, and the next one is asked when it is there.
    if (!answer) return void this.#socket.io.engine?.close()
    if ('problem' in answer) this.problem ??= answer.problem
    else this.#reach(answer.after)
    this.#first.resolve()
  }

  close(): void {
    this.#socket.disconnect()
  }
}

/** What it was told twice, out of order or for nothing, and what it was not told: in words. */
export function wrongHearing({ heard, filters, problem }: Ear, log: readonly Alert[]): string[] {
  const due = log.filter((alert) => filters.some((filter) => matches(filter, alert)))
  const has = heard.map(({ alert }) => alert.seq)
  const twice = has.length - new Set(has).size
  const known = new Set(due.map(({ seq }) => seq))
  const invented = has.filter((seq) => !known.has(seq))
  const lost = due.filter(({ seq }) => !has.includes(seq))
  const isOrdered = has.every((seq, at) => at === 0 || seq > (has[at - 1] ?? 0))
  return [
    ...(problem ? [problem] : []),
    ...(twice > 0 ? [`${twice} alerts reached a socket twice`] : []),
    ...(invented.length > 0
      ? [`a socket heard ${invented.join(', ')}, which it does not follow or the log does not have`]
      : []),
    ...(lost.length > 0 ? [`a socket never heard ${lost.map(({ seq }) => seq).join(', ')}`] : []),
    ...(isOrdered ? [] : ['a socket heard alerts out of order']),
  ]
}
