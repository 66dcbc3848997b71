import type { IncomingMessage, ServerResponse } from 'node:http'
import { type SecurityOptions, secure } from './headers.ts'
import { judgeHost } from './hosts.ts'
import { choiceOf } from './language.ts'
import { sendVendor } from './vendor.ts'
import { sendWords } from './words.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export type HandlerOptions = SecurityOptions & {
  port: number
  api: Handler
  /** Next; absent where only the API is served. */
  pages: Handler | undefined
}

/** Whether a path belongs to pages: what a person reads, as opposed to what programs fetch. */
function isPage(path: string): boolean {
  return !/^\/(api|vendor|words|rt|_next)(\/|$)/.test(path)
}

/** As the API sees it (app/api/credentials.ts): what the proxy before us saw, else the peer. */
function callerAddress({ headers, socket }: IncomingMessage): string {
  const forwarded = [headers['x-forwarded-for']].flat().join().split(',').at(-1)?.trim()
  return forwarded || (socket.remoteAddress ?? 'unknown')
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}

const YEAR_SECONDS = 31_536_000

/** Keeps the language that was chosen, and goes back to where it was chosen. */
function choose(url: string, origin: string, response: ServerResponse): void {
  const choice = choiceOf(url)
  if (!choice) {
    plain(response, 422, 'SNPD does not speak this language.')
    return
  }
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  response.setHeader('cache-control', 'no-store')
  // Readable by the page: one that is open in the other language loads anew when it is looked at again.
  const cookie = `locale=${choice.language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`
  response.writeHead(303, { location: choice.back, 'set-cookie': cookie }).end()
}

/** One request: headers first, then the host, then API, listed file or page. */
export function createHandler(options: HandlerOptions): Handler {
  const { origin, port, api, pages, development } = options
  const own = `http://127.0.0.1:${port}`
  return (request, response) => {
    secure(request, response, options)
    // Where Next's server components fetch the API; never what a client says.
    request.headers['x-snpd-origin'] = own
    // For whom they fetch: without it all strangers would share one limit, that of this machine.
    request.headers['x-snpd-address'] = callerAddress(request)
    const url = request.url ?? '/'
    const path = url.split('?', 1)[0] ?? '/'
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const verdict = judgeHost(request.headers.host, { origin, port, page: reads && isPage(path) })
    if (verdict === 'refuse') return plain(response, 421, 'This site has another name.')
    // A target of any form must not turn into a redirect to elsewhere; a URL reads "\\" as "/".
    if (verdict === 'redirect') {
      const target = new URL(url.replace(/^[/\\]*/, '/'), origin)
      return void response.writeHead(307, { location: target.href }).end()
    }
    if (path === '/api' || path.startsWith('/api/')) return api(request, response)
    if (reads && (sendVendor(path, response) || sendWords(path, request, response))) return
    if (reads && path === '/language') return choose(url, origin, response)
    // A browser whose service worker is gone: what was shared is lost, the page to write it on is there.
    if (path === '/share' && !reads) return void response.writeHead(303, { location: '/posts/new' }).end()
    // Pages only read. Whatever acts goes through the API and its guards.
    if (!reads && !development) return plain(response, 405, 'Pages can only be read.')
    if (!pages) return plain(response, 404, 'There is nothing at this address.')
    return pages(request, response)
  }
}
