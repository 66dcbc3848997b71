import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../core/random.ts'
import { newBrowser } from './receiver.ts'

/** Of a hundred messages, those that a receiver takes and then answers wrongly, or does not take. */
const ILL = 4

type Browser = ReturnType<typeof newBrowser>

export type Post = {
  /** The address of a receiver of its own. */
  url: (name: string) => string
  /** The same of a browser, which reads what its push service was given. */
  browser: (name: string) => Browser['subscription']
  /** Messages that a receiver took and said so more than once. */
  twice: () => number
  /** The messages that a receiver has taken, by their ids; Discord knows none: by the restock that they lead to. */
  takenBy: (name: string) => ReadonlySet<string>
  close: () => Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

class PostOffice {
  readonly browsers = new Map<string, Browser>()
  readonly #taken = new Map<string, Set<string>>()
  readonly #random: Random
  readonly #slowMs: number
  /** How often it was said of a message that it is taken. */
  readonly said = new Map<string, number>()

  constructor(random: Random, slowMs: number) {
    this.#random = random
    this.#slowMs = slowMs
  }

  takenBy(name: string): Set<string> {
    const mine = this.#taken.get(name) ?? new Set()
    this.#taken.set(name, mine)
    return mine
  }

  #idOf(name: string, { headers }: IncomingMessage, body: Buffer): string {
    const browser = this.browsers.get(name)
    if (name.startsWith('discord')) {
      const [embed] = (JSON.parse(String(body)) as { embeds: { url: string }[] }).embeds
      return new URL(embed?.url ?? '').searchParams.get('restock') ?? 'none'
    }
    if (!browser) return String(headers['webhook-id'])
    return (JSON.parse(browser.decrypt(body)) as { id: string }).id
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = request.url?.slice(1) ?? ''
    const body = await bodyOf(request)
    const [isIll, isTaken] = [this.#random(100) < ILL, this.#random(2) === 0]
    const id = this.#idOf(name, request, body)
    if (!isIll || isTaken) this.takenBy(name).add(id)
    if (this.#slowMs > 0) await sleep(this.#random(this.#slowMs))
    if (!isIll) {
      this.said.set(`${name} ${id}`, (this.said.get(`${name} ${id}`) ?? 0) + 1)
      response.writeHead(201).end()
    } else this.#fall(request, response)
  }

  #fall(request: IncomingMessage, response: ServerResponse): void {
    const how = this.#random(4)
    if (how === 0) response.writeHead(500).end()
    else if (how === 1) request.socket.destroy()
    // Both ask for a pause, and Discord for one that its header does not say.
    else response.writeHead(how === 2 ? 429 : 503, { 'retry-after': '1' }).end('{"retry_after": 0.4}')
  }
}

/** Receivers of which now and then one falls ill: it takes a message and does not say so, or asks for a pause, or does not take it. @param slowMs what an answer takes, at most */
export async function startPost(random: Random, slowMs = 0): Promise<Post> {
  const office = new PostOffice(random, slowMs)
  const server = createServer((request, response) => {
    office.serve(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = (name: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`
  const browser = (name: string) => {
    const made = newBrowser(url(name))
    office.browsers.set(name, made)
    return made.subscription
  }
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const twice = () => [...office.said.values()].filter((times) => times > 1).length
  return { url, browser, twice, takenBy: (name) => office.takenBy(name), close }
}
