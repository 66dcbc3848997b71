import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { isPublicAddress } from '../../core/url/address.ts'
import { isLoopbackHost } from '../../core/url/host.ts'
import { type SleepWatch, watchSleep } from './awake.ts'
import { isAllowed, type RequestFence } from './reach.ts'

export type FenceProxy = { server: string; close: () => void }

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/** Name lookup that refuses a public name with a private address (DNS rebinding), at the connection itself. */
function publicLookup(host: string, options: LookupOptions, found: Found): void {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const inside = !isLoopbackHost(host) && addresses?.some(({ address }) => !isPublicAddress(address))
    if (error || inside) return found(error ?? new Error(`${host} has a private address`), [])
    if (options.all) return found(null, addresses)
    return found(null, addresses[0]?.address ?? '', addresses[0]?.family)
  })
}

/** One plain request, passed on; one that may not be is cut, as if nobody were there. */
function forward(fence: RequestFence, request: IncomingMessage, response: ServerResponse): void {
  const url = URL.canParse(request.url ?? '') ? new URL(request.url ?? '') : undefined
  if (url?.protocol !== 'http:' || !isAllowed(url.href, fence)) return void response.destroy()
  const { 'proxy-connection': _, 'proxy-authorization': __, ...headers } = request.headers
  const upstream = send(url, { method: request.method, headers, lookup: publicLookup }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
    answer.pipe(response)
    answer.once('error', () => response.destroy())
  })
  upstream.once('error', () => response.destroy())
  response.once('close', () => upstream.destroy())
  request.pipe(upstream)
}

/** One tunnel: https, or a socket. */
function tunnel(fence: RequestFence, { request, client, head, watch }: Tunnel): void {
  const [, name = '', port = '80'] = /^(\[[^\]]*\]|[^:[\]/]+)(?::(\d+))?$/.exec(request.url ?? '') ?? []
  const isIn = ['http', 'https'].some((scheme) => isAllowed(`${scheme}://${name}:${port}/`, fence))
  if (!isIn) return void client.destroy()
  const host = name.replace(/^\[|\]$/g, '')
  const shop = connect({ host, port: Number(port), lookup: publicLookup }, () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n')
    shop.write(head)
    client.on('data', () => watch.slept() && shop.destroy())
    shop.pipe(client).pipe(shop)
  })
  shop.once('error', () => client.destroy()).once('close', () => client.destroy())
  client.once('error', () => shop.destroy()).once('close', () => shop.destroy())
}

type Tunnel = { request: IncomingMessage; client: Duplex; head: Buffer; watch: SleepWatch }

/**
 * The fence's last wall: the only way out that a browser context has. What the DevTools protocol does not show (a popup's
 * redirects, shared workers, preconnects, WebRTC over TCP) still has to pass here.
 *
 * Nothing passes any more once this process has slept: what the page still has to say may be the click that buys, and
 * another worker may have looked meanwhile and told the member that nothing was bought.
 */
export async function startFenceProxy(
  fence: RequestFence,
  watch: SleepWatch = watchSleep(),
): Promise<FenceProxy> {
  const server = createServer((request, response) =>
    watch.slept() ? void response.destroy() : forward(fence, request, response),
  )
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
  })
  server.on('connect', (request, client, head) => tunnel(fence, { request, client, head, watch }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    watch.stop()
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  return { server: `http://127.0.0.1:${port}`, close }
}
