import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { sceneAnswer } from './scenes.ts'
import { openShop, type Scenario, type Shop, type SimulatedSite, sessionOf, type Visit } from './shop.ts'
import type { Asked, Reply } from './talk.ts'
import { type Watch, watchGuests } from './watch.ts'

export type Simulation = {
  origin: string
  /** The address that `--sku` would lead to. */
  url: string
  shop: Shop
  close: () => Promise<void>
}

const COOKIE = 'sim'
const MAX_BODY = 20_000
/** A page takes a moment: guests who open several at once are seen. */
const THINKS_MS = 20

/** What forbids every machine, in the words that robots.txt comments use. */
const FORBIDDEN = '# Automated purchasing: bots must not place orders here.\nUser-agent: *\nDisallow: /cart\n'

async function formOf(request: IncomingMessage): Promise<Record<string, string>> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > MAX_BODY) break
  }
  if (!request.headers['content-type']?.includes('json')) return Object.fromEntries(new URLSearchParams(body))
  const fields = JSON.parse(body || '{}') as Record<string, unknown>
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value ?? '')]))
}

function cookieOf(request: IncomingMessage): string | undefined {
  return request.headers.cookie?.match(new RegExp(`(?:^|; )${COOKIE}=([0-9a-f]+)`))?.[1]
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const url = new URL(request.url ?? '/', 'http://site')
  return {
    ...{ line: `${request.method} ${url.pathname}`, path: url.pathname, query: url.searchParams },
    form: await formOf(request),
    isPage: request.headers['sec-fetch-dest'] === 'document',
    agent: request.headers['user-agent'] ?? '',
  }
}

async function answer(visit: Visit, site: SimulatedSite): Promise<Reply> {
  const { shop, asked } = visit
  if (asked.path === '/robots.txt')
    return { type: 'text/plain', body: shop.scenario === 'forbidden' ? FORBIDDEN : site.robots }
  const before = shop.orders.length
  const reply = sceneAnswer(visit, site) ??
    (await site.answer(visit)) ?? { status: 404, body: '<h1>Not found</h1>' }
  const isLost = shop.scenario === 'lost' && shop.orders.length > before
  return isLost ? { status: 502, body: '<h1>502 Bad Gateway</h1>' } : reply
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: 0, host: '127.0.0.1' }, resolve)
  })
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

type Door = { site: SimulatedSite; shop: Shop; watch: Watch }

async function reply({ site, shop, watch }: Door, request: IncomingMessage, response: ServerResponse) {
  const asked = await readAsked(request)
  const cookie = cookieOf(request)
  watch.enter(asked, cookie)
  const session = sessionOf(shop, cookie)
  if (asked.isPage) await new Promise((resolve) => setTimeout(resolve, THINKS_MS))
  const said = await answer({ shop, session, asked }, site)
  const headers: Record<string, string> = { 'content-type': said.type ?? 'text/html; charset=utf-8' }
  if (asked.isPage) headers['set-cookie'] = `${COOKIE}=${session.id}; Path=/; SameSite=Lax`
  if (said.location) headers.location = said.location
  response.writeHead(said.status ?? 200, headers).end(said.body)
  watch.leave(asked)
}

/** Opens a simulated site on this machine. It keeps no card: what it was given is not written down anywhere. */
export async function startSimulation(site: SimulatedSite, scenario: Scenario): Promise<Simulation> {
  const shop = openShop(site.goods, scenario)
  const door = { site, shop, watch: watchGuests(shop) }
  const server = createServer((request, response) => {
    reply(door, request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  shop.origin = `http://127.0.0.1:${await listen(server)}`
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { origin: shop.origin, url: shop.origin + site.entry, shop, close }
}
