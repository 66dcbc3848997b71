import { Agent, request } from 'node:http'

export type Figures = { perSecond: number; p50: number; p99: number; count: number }

/** POST unless it says otherwise; `token`: whose request it is. */
export type Call = { path: string; body?: unknown; method?: 'GET' | 'POST'; token?: string }

export type LoadOptions = {
  port: number
  seconds: number
  /** Requests under way at any moment, each on a connection that is kept. */
  connections: number
  /** The nth request. */
  call: (nth: number) => Call
}

type Sent = { port: number; agent: Agent; call: Call; nth: number }

/** One request, each from an address of its own: the limits per address are not what is measured. */
export function ask({
  port,
  agent,
  call: { path, body, method = 'POST', token },
  nth,
}: Sent): Promise<{ status: number; text: string }> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const address = `10.${(nth >> 16) & 255}.${(nth >> 8) & 255}.${nth & 255}`
  const headers = {
    'x-forwarded-for': address,
    ...(text && { 'content-type': 'application/json' }),
    ...(token && { authorization: `Bearer ${token}` }),
  }
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, agent, headers }, (answer) => {
      let said = ''
      answer.setEncoding('utf8').on('data', (part: string) => {
        said += part
      })
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text: said })).once('error', reject)
    })
    sent.once('error', reject).end(text)
  })
}

/** The value below which this part of them lies, by the nearest rank. */
function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0
}

export function figuresOf(milliseconds: readonly number[], seconds: number): Figures {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const count = sorted.length
  return { perSecond: count / seconds, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), count }
}

/**
 * As many requests as a fixed number of connections can carry, each sending its next as soon as it is answered.
 * @throws Error at the first answer that is not a success
 */
export async function load({ port, seconds, connections, call }: LoadOptions): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const begun = performance.now()
  const end = begun + seconds * 1_000
  let nth = 0
  const lane = async () => {
    while (performance.now() < end) {
      const at = performance.now()
      const one = call(nth)
      const { status, text } = await ask({ port, agent, call: one, nth: nth++ })
      if (status >= 300) throw new Error(`${one.path} answered ${status}: ${text.slice(0, 300)}`)
      times.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: connections }, lane))
  agent.destroy()
  return figuresOf(times, (performance.now() - begun) / 1_000)
}
