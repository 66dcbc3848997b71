import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApi } from '../api/app.ts'
import type { Api } from '../api/context.ts'
import { lendAccess } from '../auth/lend.ts'
import { measuredPages } from '../metrics/measured.ts'
import { startAlerts } from '../realtime/alerts/serve.ts'
import type { Cluster } from '../realtime/cluster/cluster.ts'
import { createRecent } from '../realtime/recent.ts'
import { relay } from '../realtime/relay.ts'
import { closeSockets, openSockets } from '../realtime/server.ts'
import { createHandler, type Handler } from './handler.ts'
import { close, listen, newServer } from './listen.ts'
import type { Pages } from './pages.ts'

export type WebOptions = {
  api: Api
  port: number
  /** Loopback by default. */
  host?: string
  development: boolean
  /** What makes several web processes one; absent: there is only this one. */
  cluster?: Cluster | undefined
  /** Absent: only the API and the sockets are served. */
  openPages?: (server: Server) => Promise<Pages>
}

/**
 * The whole web side on one port: REST, sockets, listed files, pages. Resolves when it serves.
 * @returns takes it down: no new request, sockets closed, running answers get a moment to finish
 * @throws Final `config.port-taken`
 */
export async function startWeb({
  api,
  port,
  host,
  development,
  cluster,
  openPages,
}: WebOptions): Promise<() => Promise<void>> {
  const { demo, chain, origin, sql, logger, metrics } = api
  // The first request comes after `listen`, when the handler is there.
  let handler: Handler | undefined
  const server = newServer((request, response) => handler?.(request, response))
  const pages = await openPages?.(server)
  handler = createHandler({
    origin,
    development,
    port,
    connect: demo ? [new URL(chain.rpcUrl).origin] : [],
    api: getRequestListener(createApi(api).fetch, { overrideGlobalObjects: true }),
    pages: pages && measuredPages(metrics, lendAccess(api, pages.handle)),
  })
  const recent = createRecent()
  const io = openSockets(server, { ...api, port, cluster, recent })
  metrics?.sockets(() => io.engine.clientsCount)
  const stopAlerts = await startAlerts(io, { sql, logger, cluster, metrics })
  const stopRelay = await relay(io, { sql, logger, recent })
  await listen(server, port, host)
  return async () => {
    closeSockets(io)
    await close(server)
    await stopRelay()
    await stopAlerts()
    await cluster?.close()
    await pages?.close()
  }
}
