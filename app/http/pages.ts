import type { Server } from 'node:http'
import next from 'next'
import type { Handler } from './handler.ts'

export type Pages = { handle: Handler; close: () => Promise<void> }

/** Next inside our server: built pages, or compiled on request in development. */
export async function startPages(options: {
  server: Server
  port: number
  development: boolean
}): Promise<Pages> {
  const { server, port, development } = options
  const app = next({ dev: development, hostname: '127.0.0.1', port, httpServer: server })
  await app.prepare()
  const handle = app.getRequestHandler()
  return { handle: (request, response) => handle(request, response), close: () => app.close() }
}
