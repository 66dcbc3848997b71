import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
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
  /** The messages that a receiver has taken, by their ids. */
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

  constructor(random: Random) {
    this.#random = random
  }

  takenBy(name: string): Set<string> {
    const mine = this.#taken.get(name) ?? new Set()
    this.#taken.set(name, mine)
    return mine
  }

  #idOf(name: string, { headers }: IncomingMessage, body: Buffer): string {
    const browser = this.browsers.get(name)
    if (!browser) return String(headers['webhook-id'])
    return (JSON.parse(browser.decrypt(body)) as { id: string }).id
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = request.url?.slice(1) ?? ''
    const body = await bodyOf(request)
    const [isIll, isTaken] = [this.#random(100) < ILL, this.#random(2) === 0]
    if (!isIll || isTaken) this.takenBy(name).add(this.#idOf(name, request, body))
    if (!isIll) response.writeHead(201).end()
    else if (this.#random(2) === 0) response.writeHead(500).end()
    else request.socket.destroy()
  }
}

/** Receivers of which now and then one falls ill: it takes a message and does not say so, or does not take it. */
export async function startPost(random: Random): Promise<Post> {
  const office = new PostOffice(random)
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
  return { url, browser, takenBy: (name) => office.takenBy(name), close }
}
