import { createServer, type Server } from 'node:http'
import { Final } from '../../core/errors.ts'
import type { Handler } from './handler.ts'

/** Listens, on loopback unless another address is named. @throws Final `config.port-taken` */
export async function listen(server: Server, port: number, host = '127.0.0.1'): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: Error & { code?: string }) => {
      const taken = cause.code === 'EADDRINUSE'
      reject(taken ? portTaken(port, cause) : cause)
    })
    server.listen(port, host, () => resolve())
  })
}

function portTaken(port: number, cause: Error): Final {
  return new Final({
    code: 'config.port-taken',
    message: `Port ${port} is taken by another program.`,
    fix: 'Stop that program or choose another port: npm start -- --port 3100',
    cause,
  })
}

/** An HTTP server with limits on how long a client may take. */
export function newServer(handler: Handler): Server {
  const options = { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 10_000 }
  return createServer(options, (request, response) => void handler(request, response))
}

/** Stops accepting, lets running answers finish for a moment, then cuts what is left. */
export async function close(server: Server, graceMs = 2000): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(cut)
}
