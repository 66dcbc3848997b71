import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { startCorner } from '../../adapters/retailers/corner/server.ts'
import type { Random } from '../../core/random.ts'

/** What the shop suffers from. The blind one takes the order, and nothing ever tells that it did. */
export const illnesses = [
  ...(['none', 'slow to book', 'slow to answer', '502 after booking', 'cut off after booking'] as const),
  ...(['cut off before booking', '503 to the order', 'books late', 'lookup fails at first'] as const),
  ...(['429 to pages', '503 to pages', 'says no and lists late', 'blind'] as const),
] as const
export type Illness = (typeof illnesses)[number]

/** What an order goes through at the shop. */
export type Stage = 'heard' | 'booked' | 'answered'

export type KillShop = {
  origin: string
  /** Orders that the shop has, by mail address, and the numbers of all. */
  orders: () => Promise<{ counts: Record<string, number>; numbers: string[] }>
  /** No order is on its way from its counter to its books. */
  isIdle: () => boolean
  close: () => void
}
export type ShopOptions = {
  illness: Illness
  random: Random
  /** Told of each order's way; `port` is where its request came from. Waited for. */
  onOrder: (stage: Stage, port: number) => Promise<void>
}

type Told = { status: number; headers: Record<string, string | string[]>; body: string }
type Asked = { line: string; request: IncomingMessage; body: string }

const LATE_MS = 1_500
const SLOW_MS = 500
/** Longer than a walk waits for an answer. */
const SLOWEST_MS = 10_000
const FAILS = 4

const answerOf = (status: number, headers: Record<string, string> = {}): Told => ({
  ...{ status, headers: { 'content-type': 'text/plain', ...headers } },
  body: `Trouble ${status}`,
})

/** Passes a request on to the shop itself. */
async function pass(inner: string, { request, body }: Asked): Promise<Told> {
  const { method = 'GET', url = '/', headers } = request
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    /^(cookie|content-type|user-agent|accept)$/.test(name) && value ? [[name, String(value)] as const] : [],
  )
  const answer = await fetch(inner + url, {
    ...{ method, headers: Object.fromEntries(kept), redirect: 'manual' },
    ...(method === 'POST' ? { body } : {}),
  })
  const location = answer.headers.get('location')
  const type = answer.headers.get('content-type') ?? 'text/html'
  const told = { 'content-type': type, 'set-cookie': answer.headers.getSetCookie() }
  return {
    status: answer.status,
    headers: location ? { ...told, location } : told,
    body: await answer.text(),
  }
}

const isPage = (line: string) => /^GET \/(products|cart|checkout)/.test(line)

/** The counter before a real shop's books: it falls ill as told, and tells of every order that passes it. */
class Counter {
  #lookups = 0
  #pending = 0
  readonly #troubled = new Set<string>()
  readonly #inner: string
  readonly #options: ShopOptions

  constructor(inner: string, options: ShopOptions) {
    this.#inner = inner
    this.#options = options
  }

  get isIdle(): boolean {
    return this.#pending === 0
  }

  async #book(asked: Asked): Promise<Told> {
    this.#pending++
    try {
      const told = await pass(this.#inner, asked)
      await this.#options.onOrder('booked', asked.request.socket.remotePort ?? 0)
      return told
    } finally {
      this.#pending--
    }
  }

  /** An order comes in. Undefined: the line is cut. */
  async #order(asked: Asked): Promise<Told | undefined> {
    const { illness, random } = this.#options
    if (illness === 'cut off before booking') return undefined
    if (illness === '503 to the order') return answerOf(503, { 'retry-after': '1' })
    if (illness === 'books late') {
      this.#pending++
      void sleep(random(LATE_MS)).then(async () => {
        await this.#book(asked)
        this.#pending--
      })
      return answerOf(504)
    }
    if (illness === 'slow to book') await sleep(random(SLOW_MS))
    const told = await this.#book(asked)
    if (illness === 'slow to answer') await sleep(random(SLOWEST_MS))
    if (illness === 'cut off after booking') return undefined
    return /502|lookup|blind/.test(illness) ? answerOf(502) : told
  }

  #lookup(): Told | undefined {
    const { illness } = this.#options
    if (illness === 'blind') return answerOf(404)
    return illness === 'lookup fails at first' && ++this.#lookups <= FAILS ? answerOf(503) : undefined
  }

  /** Once for each page and guest, as shops do that count how often they are asked. */
  #page(line: string, { cookie = '' }: { cookie?: string }): Told | undefined {
    const { illness } = this.#options
    const [status] = /^(429|503) to pages/.exec(illness) ?? []
    const visit = `${line} ${cookie}`
    if (!status || this.#troubled.has(visit)) return undefined
    this.#troubled.add(visit)
    return answerOf(Number(status.slice(0, 3)), status.startsWith('429') ? { 'retry-after': '1' } : {})
  }

  async #answer(asked: Asked): Promise<Told | undefined> {
    const { line, request } = asked
    if (line === 'POST /checkout/place') {
      await this.#options.onOrder('heard', request.socket.remotePort ?? 0)
      return this.#order(asked)
    }
    if (/^(GET|POST) \/orders$/.test(line)) return this.#lookup() ?? pass(this.#inner, asked)
    return (isPage(line) && this.#page(line, request.headers)) || pass(this.#inner, asked)
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const line = `${request.method} ${request.url}`
    const told = await this.#answer({ line, request, body })
    if (!told) return void request.socket.destroy()
    response.writeHead(told.status, told.headers).end(told.body)
    if (line === 'POST /checkout/place')
      await this.#options.onOrder('answered', request.socket.remotePort ?? 0)
  }
}

/** A simulated shop behind a counter that acts out an illness. */
export async function startKillShop(options: ShopOptions): Promise<KillShop> {
  const fault = options.illness === 'says no and lists late' ? 'listed-late' : 'none'
  const corner = await startCorner({ port: 0, fault })
  const inner = `http://127.0.0.1:${(corner.address() as AddressInfo).port}`
  const counter = new Counter(inner, options)
  const server = createServer((request, response) => {
    counter.serve(request, response).catch(() => request.socket.destroy())
  })
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const orders = async () =>
    (await (await fetch(`${inner}/__orders`)).json()) as {
      counts: Record<string, number>
      numbers: string[]
    }
  const close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    corner.closeAllConnections()
    corner.close()
  }
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, orders, isIdle: () => counter.isIdle, close }
}
