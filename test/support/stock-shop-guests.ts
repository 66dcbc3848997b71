import type { IncomingMessage } from 'node:http'

/** How a shop wants to be asked. */
export type HouseRules = {
  /** Requests at once, above what comes back each second. SNPD's own promise by default (core/manners/budget.ts). */
  burst: number
  perSecond: number
  /** Paths that robots.txt forbids begin like this. */
  forbidden: readonly string[]
  /** Between two requests for anything but robots.txt. Milliseconds. */
  crawlDelayMs: number
}
export const houseRules: HouseRules = { burst: 6_000, perSecond: 10, forbidden: [], crawlDelayMs: 0 }

const MOST_TOLD = 50
/** A clock that is read on both ends of a connection. Milliseconds. */
const ROUND_MS = 5

/** What a shop has met of its guests, and what it holds against them. */
export class Guests {
  requests = 0
  pages = 0
  robots = 0
  notModified = 0
  /** Full answers to a guest who had been given a validator for that very page. */
  unconditional = 0
  gzipped = 0
  connections = 0
  violations = 0
  /** The first of them, in words. */
  readonly told: string[] = []
  #open = 0
  #tokens: number
  #countedAt = performance.now()
  #notBefore = 0
  #lastPage = Number.NEGATIVE_INFINITY
  readonly #rules: HouseRules

  constructor(rules: HouseRules) {
    this.#rules = rules
    this.#tokens = rules.burst
  }

  #hold(what: string): void {
    this.violations++
    if (this.told.length < MOST_TOLD) this.told.push(what)
  }

  #spend(line: string): void {
    const { burst, perSecond } = this.#rules
    const now = performance.now()
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#countedAt) / 1000) * perSecond) - 1
    this.#countedAt = now
    if (this.#tokens < 0) this.#hold(`over the budget: ${line}`)
  }

  #mind(line: string, path: string): void {
    if (path === '/robots.txt') {
      this.robots++
      return
    }
    this.pages++
    const { forbidden, crawlDelayMs } = this.#rules
    if (forbidden.some((each) => path.startsWith(each))) this.#hold(`forbidden by robots.txt: ${line}`)
    const since = performance.now() - this.#lastPage
    if (since < crawlDelayMs - ROUND_MS) this.#hold(`${Math.round(since)} ms after the last page: ${line}`)
    this.#lastPage = performance.now()
  }

  /** A request comes in; the answer is called when it is over, answered or cut. */
  enter({ method, url = '/', headers }: IncomingMessage): () => void {
    const [line, path] = [`${method} ${url}`, url.split('?')[0] ?? '']
    this.requests++
    this.#spend(line)
    this.#mind(line, path)
    const early = this.#notBefore - Date.now()
    if (early > ROUND_MS) this.#hold(`${Math.round(early)} ms before Retry-After is over: ${line}`)
    if (!/^SNPD\/[\d.]+ /.test(headers['user-agent'] ?? ''))
      this.#hold(`User-Agent "${headers['user-agent']}"`)
    // One who hung up and comes again: the end of the line before is heard in the same moment.
    if (this.#open > 0)
      setImmediate(() => this.#open > 1 && this.#hold(`at the same time as another: ${line}`))
    this.#open++
    let isOver = false
    return () => {
      if (!isOver) this.#open--
      isOver = true
    }
  }

  /** Nobody is to come before then. @param at milliseconds since 1970 */
  askToWait(at: number): void {
    this.#notBefore = Math.max(this.#notBefore, at)
  }
}
