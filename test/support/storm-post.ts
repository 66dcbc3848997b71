import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Random } from '../../core/random.ts'

/** Of a hundred messages, those that a receiver takes and then answers wrongly, or does not take. */
const ILL = 4

export type Post = {
  /** Address of a receiver of its own. */
  url: (name: string) => string
  /** The messages that each receiver has taken, by their ids, and how often. */
  taken: Map<string, Map<string, number>>
  close: () => Promise<void>
}

async function idOf(request: IncomingMessage): Promise<string> {
  for await (const _ of request);
  return String(request.headers['webhook-id'] ?? '')
}

/** Webhooks' receivers, of which now and then one falls ill: it takes a message and does not say so, or is down. */
export async function startPost(random: Random): Promise<Post> {
  const taken: Post['taken'] = new Map()
  const take = (name: string, id: string) => {
    const mine = taken.get(name) ?? new Map<string, number>()
    mine.set(id, (mine.get(id) ?? 0) + 1)
    taken.set(name, mine)
  }
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const name = request.url?.slice(1) ?? ''
    const id = await idOf(request)
    const [isIll, isTaken] = [random(100) < ILL, random(2) === 0]
    if (!isIll || isTaken) take(name, id)
    if (!isIll) response.writeHead(204).end()
    else if (random(2) === 0) response.writeHead(500).end()
    else request.socket.destroy()
  }
  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: (name) => `http://127.0.0.1:${port}/${name}`, taken, close }
}
