import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'
import { Final } from '../../core/errors.ts'
import { isLoopbackHost } from '../../core/url/host.ts'

export type MetricsSettings = {
  /** Undefined: nothing is served. */
  METRICS_PORT?: number | undefined
  METRICS_HOST: string
  METRICS_TOKEN?: string | undefined
}
type Answer = { status: number; text: string; type?: string }

const hashOf = (text: string) => createHash('sha256').update(text).digest()

/** Takes the same time whatever is wrong with it. */
function knows(request: IncomingMessage, token: string): boolean {
  return timingSafeEqual(hashOf(request.headers.authorization ?? ''), hashOf(`Bearer ${token}`))
}

/** A page of another name that leads to this machine (DNS rebinding) must not read what a neighbour may. */
function isNamedLoopback({ headers }: IncomingMessage): boolean {
  const url = `http://${headers.host ?? ''}/`
  return URL.canParse(url) && isLoopbackHost(new URL(url).hostname)
}

async function answerOf(request: IncomingMessage, registry: Registry, token?: string): Promise<Answer> {
  if (request.method !== 'GET') return { status: 405, text: 'These can only be read.' }
  // Says no more than that the process answers, and is asked by what knows no token.
  if (request.url === '/healthz') return { status: 200, text: 'lives' }
  if (request.url !== '/metrics') return { status: 404, text: 'There are /metrics and /healthz.' }
  if (token === undefined && !isNamedLoopback(request)) return { status: 421, text: 'Not by this name.' }
  if (token !== undefined && !knows(request, token)) return { status: 401, text: 'METRICS_TOKEN is wanted.' }
  return { status: 200, text: await registry.metrics(), type: registry.contentType }
}

async function respond(response: ServerResponse, answer: Promise<Answer>): Promise<void> {
  const failed = { status: 500, text: 'They could not be read.' }
  const { status, text, type = 'text/plain; charset=utf-8' } = await answer.catch((): Answer => failed)
  const headers = { 'content-type': type, 'cache-control': 'no-store' }
  response.writeHead(status, status === 401 ? { ...headers, 'www-authenticate': 'Bearer' } : headers)
  response.end(`${text.trimEnd()}\n`)
}

/** Who listens beyond this machine wants a token. @throws Final `config.invalid` */
function requireGuard({ METRICS_HOST: host, METRICS_TOKEN: token }: MetricsSettings): void {
  if (token !== undefined || isLoopbackHost(host)) return
  throw new Final({
    code: 'config.invalid',
    message: `METRICS_HOST is ${host}, which others reach, and METRICS_TOKEN is missing.`,
    fix: 'Set METRICS_TOKEN to 16 characters or more and tell them to the scraper, or leave METRICS_HOST out.',
  })
}

async function listen(server: Server, { METRICS_PORT: port, METRICS_HOST: host }: MetricsSettings) {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new Final({
          code: 'config.port-taken',
          message: `METRICS_PORT ${port} on ${host} cannot be used: ${cause.message}.`,
          fix: 'Give each process on a machine a METRICS_PORT of its own.',
          cause,
        }),
      ),
    )
    server.listen(port, host, () => resolve())
  })
}

/**
 * Tells Prometheus on a port of its own, never on the public one (ADR 045). Does nothing without METRICS_PORT.
 * @returns ends it
 * @throws Final `config.invalid` without a token beyond loopback; Final `config.port-taken`
 */
export async function serveMetrics(
  settings: MetricsSettings,
  registry: Registry,
): Promise<() => Promise<void>> {
  if (settings.METRICS_PORT === undefined) return async () => undefined
  requireGuard(settings)
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
    void respond(response, answerOf(request, registry, settings.METRICS_TOKEN))
  })
  await listen(server, settings)
  return async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
}
