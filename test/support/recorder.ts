import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as the shop met it. Times are milliseconds of this process's clock. */
export type Met = { walk: string; line: string; from: number; to: number }

export type Recorder = {
  origin: string
  met: Met[]
  /** Requests that met another walk's. */
  overlapping: () => string[]
  /** Those, and requests of a walk that another one's lie before, and its own before them. */
  mixed: () => string[]
  close: () => Promise<void>
}

type Options = {
  /** An answer in place of the shop's own. */
  instead?: (line: string) => { status: number; headers?: Record<string, string> } | undefined
  /** What each page of the shop ends with besides. */
  script?: string
  /** How long each answer takes. Milliseconds. */
  slowMs?: number
}

function walkOf({ headers }: IncomingMessage): string | undefined {
  return /\bwalk=([\w-]+)/.exec(headers.cookie ?? '')?.[1]
}

/** Requests that began while another walk's was not yet answered; and with `comingBack` those of a walk that others parted. */
function clashes(met: readonly Met[], comingBack: boolean): string[] {
  const ends = new Map<string, number>()
  const found: string[] = []
  const sorted = met.toSorted((a, b) => a.from - b.from)
  for (const [at, { walk, line, from, to }] of sorted.entries()) {
    const others = [...ends].filter(([one]) => one !== walk).map(([, end]) => end)
    const cameBack = comingBack && ends.has(walk) && sorted[at - 1]?.walk !== walk
    if (cameBack || others.some((end) => end > from)) found.push(`${walk} ${line}`)
    ends.set(walk, Math.max(ends.get(walk) ?? 0, to))
  }
  return found
}

/** Stands before a shop, tells walks apart by a cookie of its own, is slow, and writes down who came when. */
export async function startRecorder(
  target: string,
  { instead, script, slowMs = 20 }: Options = {},
): Promise<Recorder> {
  const met: Met[] = []
  let walks = 0
  const pass = (asked: IncomingMessage, answer: ServerResponse) => {
    const walk = walkOf(asked) ?? `w${++walks}`
    const line = `${asked.method} ${asked.url}`
    const one: Met = { walk, line, from: performance.now(), to: Number.POSITIVE_INFINITY }
    met.push(one)
    answer.once('close', () => {
      one.to = performance.now()
    })
    const cookie = [`walk=${walk}; Path=/`]
    const own = instead?.(line)
    if (own) return answer.writeHead(own.status, { ...own.headers, 'set-cookie': cookie }).end('later')
    const url = new URL(asked.url ?? '/', target)
    const headers = { ...asked.headers, host: url.host, origin: url.origin }
    const onward = request(url, { method: asked.method, headers }, (given) => {
      const { location = '', 'set-cookie': set = [], 'content-length': _, ...rest } = given.headers
      const more = script && rest['content-type']?.includes('html') ? `<script>${script}</script>` : ''
      const to = location ? { location: location.replace(target, '') } : {}
      setTimeout(() => {
        answer.writeHead(given.statusCode ?? 502, { ...rest, ...to, 'set-cookie': [...set, ...cookie] })
        given.pipe(answer, { end: false })
        given.once('end', () => answer.end(more))
      }, slowMs)
    })
    onward.once('error', () => answer.destroy())
    asked.pipe(onward)
  }
  const server = createServer(pass)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    met,
    overlapping: () => clashes(met, false),
    mixed: () => clashes(met, true),
    close,
  }
}
