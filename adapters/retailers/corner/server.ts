import { createServer, type IncomingMessage, type Server } from 'node:http'
import { startLife } from './life.ts'
import { answer } from './routes.ts'
import { type Fault, openStore, type Store, sessionOf } from './store.ts'

const COOKIE = 'corner_session'
const MAX_BODY = 10_000

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > MAX_BODY) break
  }
  return new URLSearchParams(body)
}

function cookieOf(request: IncomingMessage): string | undefined {
  return request.headers.cookie?.match(new RegExp(`(?:^|; )${COOKIE}=([0-9a-f]+)`))?.[1]
}

async function reply(store: Store, request: IncomingMessage) {
  const origin = `http://${request.headers.host ?? '127.0.0.1'}`
  const path = new URL(request.url ?? '/', origin).pathname
  const session = sessionOf(store, cookieOf(request))
  const form = await readForm(request)
  return { session, ...(await answer(request.method ?? 'GET', { store, session, form, origin, path })) }
}

export type CornerOptions = {
  port: number
  fault: Fault
  /** How often something happens by itself (life.ts); 0: never. */
  lifeSeconds?: number
}

/** The simulated shop on 127.0.0.1; resolves when it listens. */
export async function startCorner({ port, fault, lifeSeconds = 0 }: CornerOptions): Promise<Server> {
  const store = openStore(fault)
  const server = createServer((request, response) => {
    reply(store, request).then(
      ({ session, status, body, type = 'text/html; charset=utf-8', location }) => {
        const headers = {
          'content-type': type,
          'set-cookie': `${COOKIE}=${session.id}; Path=/; HttpOnly; SameSite=Lax`,
        }
        response.writeHead(status, location ? { ...headers, location } : headers).end(body)
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1' }, resolve)
  })
  server.once('close', startLife(store, lifeSeconds))
  return server
}
